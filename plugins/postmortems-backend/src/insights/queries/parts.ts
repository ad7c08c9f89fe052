import type { Knex } from 'knex';
import {
  isAmong,
  joined,
  millisecondsOf,
  orElse,
} from '../../kernel/db/dialect';
import { readColumns } from '../../kernel/db/readColumns';
import type { Factor } from '../rules/recurrence';
import { MISSING } from '../rules/selected';
import type { Work } from '../rules/struckAgain';

/** The ids of postmortems by entity or source. */
export type IdsByKey = Map<string, number[]>;

/**
 * Reads the affected entities of postmortems: those of two or more postmortems, and all entities of
 * some.
 *
 * @param some - ids of postmortems of which all entities are needed
 */
export function readEntities(
  knex: Knex,
  ids: number[],
  some: number[],
): Promise<IdsByKey> {
  const query = knex('postmortem_entities').havingRaw('count(*) > 1');
  if (some.length > 0) {
    query.orHavingRaw('max(case when ? then 1 else 0 end) = 1', [
      isAmong(knex, 'postmortem_id', some),
    ]);
  }
  return readByKey(knex, query, 'entity_ref', ids);
}

/** Reads the sources of the incidents of postmortems. A postmortem may occur twice. */
export function readSources(knex: Knex, ids: number[]): Promise<IdsByKey> {
  return readByKey(knex, knex('incidents'), 'source', ids);
}

async function readByKey(
  knex: Knex,
  query: Knex.QueryBuilder,
  key: string,
  ids: number[],
): Promise<IdsByKey> {
  const rows: { key: string; ids: string }[] = await query
    .where(isAmong(knex, 'postmortem_id', ids))
    .select({ key, ids: joined(knex, 'postmortem_id') })
    .groupBy(key);
  return new Map(rows.map(row => [row.key, row.ids.split(',').map(Number)]));
}

/** Reads the contributing factors of postmortems, in no particular order. */
export async function readFactors(
  knex: Knex,
  ids: number[],
): Promise<Factor[]> {
  if (ids.length === 0) return [];
  const columns = await readColumns<Factor>(
    knex,
    knex('postmortem_contributing_factors').where(
      isAmong(knex, 'postmortem_id', ids),
    ),
    {
      id: 'id',
      postmortem: 'postmortem_id',
      title: 'title',
      key: 'title_key',
      category: 'category',
    },
  );
  return columns.postmortem.map((postmortem, index) => ({
    id: columns.id[index],
    postmortem,
    title: columns.title[index],
    key: columns.key[index],
    category: columns.category[index],
  }));
}

/** Reads the P0 and P1 action items of postmortems that were committed. */
export async function readWork(
  knex: Knex,
  ids: number[],
): Promise<(Work & { postmortem: number })[]> {
  if (ids.length === 0) return [];
  const columns = await readColumns<Work & { postmortem: number }>(
    knex,
    knex('action_items')
      .where(isAmong(knex, 'postmortem_id', ids))
      .whereIn('priority', ['P0', 'P1'])
      .whereNotNull('committed_at'),
    {
      postmortem: 'postmortem_id',
      committedAt: millisecondsOf(knex, 'committed_at'),
      closedAt: orElse(knex, millisecondsOf(knex, 'closed_at'), MISSING),
    },
  );
  return columns.postmortem.map((postmortem, index) => ({
    postmortem,
    committedAt: columns.committedAt[index],
    closedAt: columns.closedAt[index],
  }));
}

/** Reads the titles of postmortems. */
export async function readTitles(
  knex: Knex,
  ids: number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: number; title: string }[] = await knex('postmortems')
    .where(isAmong(knex, 'id', ids))
    .select('id', 'title');
  return new Map(rows.map(({ id, title }) => [id, title]));
}
