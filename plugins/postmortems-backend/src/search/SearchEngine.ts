import type { Knex } from 'knex';
import type { PartKind, Weight } from './parts';
import type { SearchQuery, SearchTerm } from './parseQuery';

/** A row of `search_parts`. */
export interface IndexRow {
  postmortem_id: number;
  /** Distinguishes the parts of a postmortem. */
  slot: number;
  kind: PartKind;
  key: string;
  row_id: number | null;
  weight: Weight;
  hash: string;
}

/** A part with the terms that it matches, as indexes of the required terms. */
export interface MatchedPart
  extends Pick<IndexRow, 'kind' | 'key' | 'row_id' | 'weight'> {
  postmortem_id: number;
  slot: number;
  terms: number[];
}

/** Restricts a query over postmortems to those that match a search. */
export type Restrict = (query: Knex.QueryBuilder) => void;

/** The full-text search of a database. Both engines find exactly the same. */
export interface SearchEngine {
  insert(tx: Knex, rows: { row: IndexRow; words: string[] }[]): Promise<void>;

  remove(tx: Knex, postmortem: number, slots: number[]): Promise<void>;

  /**
   * Plans how to find the postmortems that contain every required term in some part and no excluded
   * one in any.
   */
  plan(knex: Knex, query: SearchQuery): Promise<Restrict>;

  /**
   * Finds the newest postmortems that match a search.
   *
   * @param candidates - a new query over the postmortems to search
   */
  newest(
    knex: Knex,
    query: SearchQuery,
    candidates: () => Knex.QueryBuilder,
    limit: number,
  ): Promise<number[]>;

  /** Like `plan`, without looking at how common the terms are. */
  restrict(knex: Knex, query: SearchQuery): Restrict;

  /** Selects the rows of items of one kind that match all of some terms by themselves. */
  rowsOf(
    knex: Knex,
    kind: PartKind,
    terms: SearchTerm[],
  ): Knex.QueryBuilder | Knex.Raw;

  /** The parts of some postmortems that match any of some terms. */
  matchedParts(
    knex: Knex,
    postmortems: number[],
    terms: SearchTerm[],
  ): Promise<MatchedPart[]>;
}
