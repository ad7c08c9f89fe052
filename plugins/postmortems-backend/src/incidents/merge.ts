/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { isDeepStrictEqual } from 'node:util';
import type { SourceFactState } from 'backstage-plugin-postmortems-common';

/** One fact in three versions. Undefined is a value like any other: the fact has none. */
export interface ThreeWays<T> {
  /** What the source said when last it was taken, or a person decided against it. */
  base: T;
  /** What the postmortem says. */
  ours: T;
  /** What the source says now. */
  theirs: T;
}

/** How a fact stands to its source. */
export function stateOf<T>({
  base,
  ours,
  theirs,
}: ThreeWays<T>): SourceFactState {
  if (isDeepStrictEqual(ours, theirs)) return 'same';
  return isDeepStrictEqual(base, theirs) ? 'ours' : 'differs';
}

/**
 * Lets a fact follow its source: where only the source changed it, the source's value is taken;
 * where a person did, theirs stays.
 */
export function mergeFact<T>(ways: ThreeWays<T>): { ours: T; base: T } {
  const { base, ours, theirs } = ways;
  const follows =
    isDeepStrictEqual(ours, theirs) || isDeepStrictEqual(ours, base);
  return follows ? { ours: theirs, base: theirs } : { ours, base };
}

/**
 * The same for a list that is a set: what the source added is added, and what it took away is
 * taken away, whatever people added and took away besides. So nothing is ever to be chosen.
 *
 * @param keyOf - what makes two members the same
 */
export function mergeSet<T>(
  { base, ours, theirs }: ThreeWays<T[]>,
  keyOf: (member: T) => string,
): { ours: T[]; base: T[] } {
  if (isDeepStrictEqual(ours, base)) return { ours: theirs, base: theirs };
  const keys = (members: T[]) => new Set(members.map(keyOf));
  const [inBase, inOurs, inTheirs] = [keys(base), keys(ours), keys(theirs)];
  const gone = (member: T) =>
    inBase.has(keyOf(member)) && !inTheirs.has(keyOf(member));
  const isNew = (member: T) =>
    !inBase.has(keyOf(member)) && !inOurs.has(keyOf(member));
  return {
    ours: [...ours.filter(each => !gone(each)), ...theirs.filter(isNew)],
    base: theirs,
  };
}
