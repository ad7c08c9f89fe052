import type { Knex } from 'knex';
import { sideBySide } from '../kernel/db/sideBySide';
import { partsWith } from '../search/ports';
import type { MatchedPart } from '../search/ports';
import { isReason } from './rankSimilar';
import type { SharedWord } from './rankSimilar';
import { MOST_FOUND } from './SimilarStore';
import type { Pool, SimilarStore } from './SimilarStore';
import type { Term } from './terms';

/** Weight of a word by the part of the other postmortem that it is in. */
const PART_WEIGHT: Record<MatchedPart['weight'], number> = {
  A: 1,
  B: 0.8,
  C: 0.5,
  D: 0.1,
};
/** Added to the number of postmortems, so that no word counts as rare among a few. */
const PRIOR = 60;

/** Queries at once, so that other requests get connections too. */
const AT_ONCE = 4;

/** A term, the newest postmortems that contain it, and the share of all postmortems that do. */
export interface MeasuredTerm extends Term {
  found: number[];
  /** Above 0, at most 1. */
  share: number;
}

/**
 * Finds the newest postmortems with each term, and drops terms that are too common to be a reason.
 * How far back the newest ones reach shows how rare a term is; counting all of them would be slow,
 * and would count postmortems that the caller can't see.
 */
export async function measure(
  knex: Knex,
  store: SimilarStore,
  pool: Pool,
  terms: Term[],
): Promise<MeasuredTerm[]> {
  const latest = await store.latest(knex);
  const measured: MeasuredTerm[] = [];
  for (let start = 0; start < terms.length; start += AT_ONCE) {
    const some = await sideBySide(
      knex,
      terms.slice(start, start + AT_ONCE).map(term => async () => {
        const found = await store.byTerm(knex, pool, term.query);
        return { ...term, found, share: shareOf(found, latest) };
      }),
    );
    measured.push(...some.filter(isReason));
  }
  return measured;
}

function shareOf(found: number[], latest: number): number {
  const isAll = found.length < MOST_FOUND;
  const searched = isAll ? latest : latest - found[found.length - 1] + 1;
  return Math.max(1, found.length) / (searched + PRIOR);
}

/**
 * The words that each postmortem shares with the subject, each weighted by its most important part.
 */
export async function sharedWords(
  knex: Knex,
  postmortems: number[],
  terms: MeasuredTerm[],
): Promise<Map<number, SharedWord[]>> {
  const parts = await partsWith(
    knex,
    postmortems,
    terms.map(({ query }) => query),
  );
  const weights = new Map<number, Map<number, number>>();
  for (const part of parts) {
    const own = weights.get(part.postmortem_id) ?? new Map<number, number>();
    weights.set(part.postmortem_id, own);
    const weight = PART_WEIGHT[part.weight];
    for (const term of part.terms) {
      own.set(term, Math.max(weight, own.get(term) ?? 0));
    }
  }
  return new Map(
    Array.from(weights, ([number, own]) => [
      number,
      Array.from(own, ([term, weight]) => ({
        word: terms[term].word,
        share: terms[term].share,
        weight: weight * terms[term].weight,
      })),
    ]),
  );
}
