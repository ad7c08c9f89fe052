import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { exactly, hasTerms } from './parseQuery';
import type { SearchQuery } from './parseQuery';
import { rank } from './rank';
import type { Match } from './rank';
import { engineOf } from './SearchIndex';

/** Matches, most relevant first. */
export interface BestMatches {
  matches: Match[];
  /** Whether older matches were left out. */
  isBounded: boolean;
}

/**
 * Finds the newest matches, most relevant first. If enough postmortems contain the exact words,
 * prefix matches are skipped.
 *
 * @param candidates - a new query over the postmortems to search
 */
export async function findBest(
  knex: Knex,
  search: SearchQuery,
  candidates: () => Knex.QueryBuilder,
): Promise<BestMatches> {
  if (!hasTerms(search)) return { matches: [], isBounded: false };
  const find = (query: SearchQuery) =>
    engineOf(knex).newest(knex, query, candidates, LIMITS.rankedMatches + 1);
  const literal = exactly(search);
  const exact = await find(literal);
  const isExact =
    exact.length > LIMITS.rankedMatches ||
    search.required.every(term => !term.isPrefix);
  const found = isExact ? exact : await find(search);
  const newest = found.slice(0, LIMITS.rankedMatches);
  const matches = await rankMatches(
    knex,
    newest,
    isExact ? literal : search,
    isExact ? [] : exact,
  );
  return { matches, isBounded: found.length > newest.length };
}

/** Ranks postmortems that match a search. */
export async function rankMatches(
  knex: Knex,
  postmortems: number[],
  { required }: SearchQuery,
  exact: number[] = [],
): Promise<Match[]> {
  const parts =
    required.length > 0 && postmortems.length > 0
      ? await engineOf(knex).matchedParts(knex, postmortems, required)
      : [];
  return rank(postmortems, parts, new Set(exact));
}
