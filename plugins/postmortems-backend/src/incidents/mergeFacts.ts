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
import { sourceFactFieldSchema } from 'backstage-plugin-postmortems-common';
import type {
  Contributor,
  Link,
  SourceFactField,
  SourceFactState,
} from 'backstage-plugin-postmortems-common';
import type { SourceFacts } from '../database/IncidentRecord';
import { mergeFact, mergeSet, stateOf } from './merge';

export const SOURCE_FACT_FIELDS = sourceFactFieldSchema.options;

/** Facts that are sets, and what makes two of their members the same. */
const SETS: Partial<Record<SourceFactField, (member: never) => string>> = {
  entityRefs: (ref: string) => ref,
  contributors: ({ userRef, role }: Contributor) => `${userRef} ${role}`,
  links: ({ url }: Link) => url,
};

/** The facts in three versions. */
export interface FactsInThree {
  base: SourceFacts;
  ours: SourceFacts;
  theirs: SourceFacts;
}

/** One fact after its source was followed. */
function mergeField(
  field: SourceFactField,
  { base, ours, theirs }: FactsInThree,
): { ours: unknown; base: unknown } {
  const ways = { base: base[field], ours: ours[field], theirs: theirs[field] };
  const keyOf = SETS[field];
  if (!keyOf) return mergeFact<unknown>(ways);
  const merged = mergeSet(
    ways as { base: never[]; ours: never[]; theirs: never[] },
    keyOf,
  );
  // Something is always affected.
  return field === 'entityRefs' && merged.ours.length === 0
    ? { ours: ways.ours, base: merged.base }
    : merged;
}

/** Lets facts follow their source, as {@link mergeFact} and {@link mergeSet} have it. */
export function mergeFacts(
  three: FactsInThree,
  fields: readonly SourceFactField[] = SOURCE_FACT_FIELDS,
): { facts: Partial<SourceFacts>; base: SourceFacts } {
  const facts: Record<string, unknown> = {};
  const base: Record<string, unknown> = { ...three.base };
  for (const field of fields) {
    const merged = mergeField(field, three);
    facts[field] = merged.ours;
    base[field] = merged.base;
  }
  return { facts, base: base as unknown as SourceFacts };
}

/**
 * The base of facts that do not follow their source for now, as what is published does not: what
 * agrees is agreed on, all else waits for a person to choose.
 */
export function baseOfAgreed(three: FactsInThree): SourceFacts {
  const base: Record<string, unknown> = { ...three.base };
  for (const field of SOURCE_FACT_FIELDS) {
    if (factState(field, three) === 'same') base[field] = three.theirs[field];
  }
  return base as unknown as SourceFacts;
}

/** How one fact stands to its source. */
export function factState(
  field: SourceFactField,
  three: FactsInThree,
): SourceFactState {
  const { base, ours, theirs } = three;
  if (!SETS[field]) {
    return stateOf<unknown>({
      base: base[field],
      ours: ours[field],
      theirs: theirs[field],
    });
  }
  if (isDeepStrictEqual(ours[field], theirs[field])) return 'same';
  const merged = mergeField(field, three).ours;
  return isDeepStrictEqual(merged, ours[field]) ? 'ours' : 'differs';
}

/** What a fact becomes when a person takes what the source says. */
export function takenFact(
  field: SourceFactField,
  three: FactsInThree,
): unknown {
  return SETS[field] ? mergeField(field, three).ours : three.theirs[field];
}
