import type { Knex } from 'knex';
import type { PartKind, Weight } from './parts';
import type { SearchQuery, SearchTerm } from './parseQuery';

/** A row of `search_parts`. */
export interface IndexRow {
  postmortem_id: number;
  /** Number of the part within the postmortem. */
  slot: number;
  kind: PartKind;
  key: string;
  row_id: number | null;
  weight: Weight;
  hash: string;
}

/** A matching part. `terms` are indices into the query's required terms. */
export interface MatchedPart
  extends Pick<IndexRow, 'kind' | 'key' | 'row_id' | 'weight'> {
  postmortem_id: number;
  slot: number;
  terms: number[];
}

/** Restricts a query over postmortems to those that match a search. */
export type Restrict = (query: Knex.QueryBuilder) => void;

/** Full-text search on one database. Both engines return the same results. */
export interface SearchEngine {
  insert(tx: Knex, rows: { row: IndexRow; words: string[] }[]): Promise<void>;

  remove(tx: Knex, postmortem: number, slots: number[]): Promise<void>;

  /**
   * Plans a search for postmortems that contain all required terms, in any parts, and no excluded
   * term.
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

  /** Like `plan`, but doesn't check term frequencies. */
  restrict(knex: Knex, query: SearchQuery): Restrict;

  /** Selects the row ids of items of a kind that each contain all the terms. */
  rowsOf(
    knex: Knex,
    kind: PartKind,
    terms: SearchTerm[],
  ): Knex.QueryBuilder | Knex.Raw;

  /** The parts of the given postmortems that match at least one term. */
  matchedParts(
    knex: Knex,
    postmortems: number[],
    terms: SearchTerm[],
  ): Promise<MatchedPart[]>;
}
