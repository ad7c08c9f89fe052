import { isDeepStrictEqual } from 'node:util';
import {
  LIMITS,
  sourceFactFieldSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  Link,
  SourceFactField,
  SourceFactState,
} from 'backstage-plugin-postmortems-common';
import type { SourceFacts } from '../IncidentRecord';
import { contributorKey } from './leftOut';
import { mergeFact, mergeSet, stateOf } from './mergeFact';

export const SOURCE_FACT_FIELDS = sourceFactFieldSchema.options;

/** Facts that are sets, with the key that identifies their members. */
const SETS: Partial<Record<SourceFactField, (member: never) => string>> = {
  entityRefs: (ref: string) => ref,
  contributors: contributorKey,
  links: ({ url }: Link) => url,
};

/** All facts in the three versions for a three-way merge. */
export interface FactsInThree {
  base: SourceFacts;
  ours: SourceFacts;
  theirs: SourceFacts;
}

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
  // Sources are subject to the same limits as people.
  const limit = LIMITS[field as keyof typeof SETS & keyof typeof LIMITS];
  const kept = Math.max(limit, (ways.ours as unknown[]).length);
  merged.ours = merged.ours.slice(0, kept);
  // A postmortem always affects at least one entity.
  return field === 'entityRefs' && merged.ours.length === 0
    ? { ours: ways.ours, base: merged.base }
    : merged;
}

/** Three-way merge of facts: {@link mergeFact} for single values, {@link mergeSet} for sets. */
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
 * The merge base for facts that currently don't follow their source, for example because the
 * postmortem is published: equal facts are settled, others wait for a person.
 */
export function baseOfAgreed(three: FactsInThree): SourceFacts {
  const base: Record<string, unknown> = { ...three.base };
  for (const field of SOURCE_FACT_FIELDS) {
    if (factState(field, three) === 'same') base[field] = three.theirs[field];
  }
  return base as unknown as SourceFacts;
}

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
  return isDeepStrictEqual(merged, ours[field]) ? 'edited' : 'differs';
}

/** The value of a fact after a person chose the source's value. */
export function takenFact(
  field: SourceFactField,
  three: FactsInThree,
): unknown {
  return SETS[field] ? mergeField(field, three).ours : three.theirs[field];
}
