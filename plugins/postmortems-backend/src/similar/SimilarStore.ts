import type { Knex } from 'knex';
import type { Scope } from '../kernel/access/Access';
import { whereAmong } from '../postmortem/accessFields';
import type { ListedPostmortem } from '../postmortem/PostmortemRecord';
import { LISTED_COLUMNS, toListed } from '../postmortem/postmortemRows';
import { newestWith, rowsWith } from '../search/ports';
import type { SearchTerm } from '../search/ports';

/**
 * Maximum number of postmortems to find by each criterion, such as an entity; the newest are kept.
 */
export const MOST_FOUND = 100;

/** Which postmortems to search: those that the caller can see, except the one being compared. */
export interface Pool {
  visible: Scope;
  except?: number;
}

/** Finds postmortems that have something in common, newest first. */
export class SimilarStore {
  async byEntities(knex: Knex, pool: Pool, refs: string[]): Promise<number[]> {
    return this.#having(knex, pool, refs, values =>
      knex('postmortem_entities')
        .whereIn('entity_ref', values)
        .select('postmortem_id'),
    );
  }

  async byLabels(knex: Knex, pool: Pool, labels: string[]): Promise<number[]> {
    return this.#having(knex, pool, labels, values =>
      knex('postmortem_labels')
        .whereIn('label', values)
        .select('postmortem_id'),
    );
  }

  /** @param words - consecutive words of a contributing factor */
  async byFactor(knex: Knex, pool: Pool, words: string[]): Promise<number[]> {
    return this.#having(knex, pool, words, () =>
      knex('postmortem_contributing_factors')
        .whereIn(
          'id',
          rowsWith(knex, 'contributing-factor', [
            { words, isPrefix: false },
          ]) as Knex.QueryBuilder,
        )
        .select('postmortem_id'),
    );
  }

  async byTerm(knex: Knex, pool: Pool, term: SearchTerm): Promise<number[]> {
    return newestWith(knex, term, () => candidates(knex, pool), MOST_FOUND);
  }

  /** The number of the latest postmortem; 0 if there are none. */
  async latest(knex: Knex): Promise<number> {
    const [{ latest }] = await knex('postmortems').max({ latest: 'id' });
    return Number(latest ?? 0);
  }

  /** Those of the given postmortems that are in the pool. */
  async list(
    knex: Knex,
    pool: Pool,
    postmortems: number[],
  ): Promise<ListedPostmortem[]> {
    const rows = await candidates(knex, pool)
      .whereIn('postmortems.id', postmortems)
      .select(LISTED_COLUMNS.map(column => `postmortems.${column}`));
    return toListed(knex, rows);
  }

  /** Titles of contributing factors, by postmortem. */
  async factorsOf(
    knex: Knex,
    postmortems: number[],
  ): Promise<Map<number, string[]>> {
    const rows: { postmortem_id: number; title: string }[] = await knex(
      'postmortem_contributing_factors',
    )
      .whereIn('postmortem_id', postmortems)
      .orderBy('id')
      .select('postmortem_id', 'title');
    const titles = new Map<number, string[]>();
    for (const { postmortem_id: number, title } of rows) {
      titles.set(number, [...(titles.get(number) ?? []), title]);
    }
    return titles;
  }

  async #having(
    knex: Knex,
    pool: Pool,
    values: string[],
    having: (values: string[]) => Knex.QueryBuilder,
  ): Promise<number[]> {
    if (values.length === 0) return [];
    return candidates(knex, pool)
      .whereIn('postmortems.id', having(values))
      .orderBy('postmortems.id', 'desc')
      .limit(MOST_FOUND)
      .pluck('postmortems.id');
  }
}

function candidates(knex: Knex, { visible, except }: Pool): Knex.QueryBuilder {
  const query = knex('postmortems');
  if (except !== undefined) query.whereNot('postmortems.id', except);
  whereAmong(query, visible);
  return query;
}
