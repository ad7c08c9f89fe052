import { isDeepStrictEqual } from 'node:util';
import type { SourceFactState } from 'backstage-plugin-postmortems-common';

/**
 * A fact in three versions for a three-way merge. Undefined is an ordinary value: the fact isn't
 * set.
 */
export interface ThreeWays<T> {
  /** The source's value when it was last accepted or rejected. */
  base: T;
  /** The postmortem's value. */
  ours: T;
  /** The source's current value. */
  theirs: T;
}

/** How a fact in the postmortem relates to the source's value. */
export function stateOf<T>({
  base,
  ours,
  theirs,
}: ThreeWays<T>): SourceFactState {
  if (isDeepStrictEqual(ours, theirs)) return 'same';
  return isDeepStrictEqual(base, theirs) ? 'edited' : 'differs';
}

/** Three-way merge of one fact: the source's value wins unless a person changed the fact. */
export function mergeFact<T>(ways: ThreeWays<T>): { ours: T; base: T } {
  const { base, ours, theirs } = ways;
  const follows =
    isDeepStrictEqual(ours, theirs) || isDeepStrictEqual(ours, base);
  return follows ? { ours: theirs, base: theirs } : { ours, base };
}

/**
 * Three-way merge of a set. Additions and removals from both sides apply, so there are never
 * conflicts.
 *
 * @param keyOf - identifies equal members
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
