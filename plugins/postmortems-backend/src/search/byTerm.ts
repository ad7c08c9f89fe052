import type { Knex } from 'knex';
import type { PartKind } from './parts';
import type { SearchTerm } from './parseQuery';
import type { MatchedPart } from './SearchEngine';
import { engineOf } from './SearchIndex';

/**
 * The newest postmortems that contain a term.
 *
 * @param candidates - a new query over the postmortems to search
 */
export async function newestWith(
  knex: Knex,
  term: SearchTerm,
  candidates: () => Knex.QueryBuilder,
  limit: number,
): Promise<number[]> {
  const query = { required: [term], excluded: [] };
  return engineOf(knex).newest(knex, query, candidates, limit);
}

/** Selects the row ids of items of a kind that each contain all the terms. */
export function rowsWith(
  knex: Knex,
  kind: PartKind,
  terms: SearchTerm[],
): Knex.QueryBuilder | Knex.Raw {
  return engineOf(knex).rowsOf(knex, kind, terms);
}

/** The parts of the given postmortems that contain at least one of the terms. */
export async function partsWith(
  knex: Knex,
  postmortems: number[],
  terms: SearchTerm[],
): Promise<MatchedPart[]> {
  if (postmortems.length === 0 || terms.length === 0) return [];
  return engineOf(knex).matchedParts(knex, postmortems, terms);
}
