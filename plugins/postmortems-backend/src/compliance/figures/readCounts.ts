import type { Knex } from 'knex';
import type {
  ComplianceGroupBy,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { NO_GROUP } from '../../incident/ports';
import { hasAllInternal } from '../../kernel/access/Access';
import type { Scope } from '../../kernel/access/Access';
import type { Selection } from '../../kernel/access/scopeSql';
import {
  inByteOrder,
  millisecondsFrom,
  millisecondsOf,
} from '../../kernel/db/dialect';
import { whereAmong } from '../../postmortem/accessFields';
import { complianceName } from '../../postmortem/complianceConditions';
import { GROUP_CHANGES } from '../../team/ports';
import {
  CHANGE_COLUMNS,
  COUNTS,
  OTHER_COUNTS,
  STATUS_COLUMNS,
  TOTAL,
  changesUntil,
  collected,
  sums,
} from './countTables';
import type { CollectedRow, List } from './countTables';
import type { FiguresQueries, FiguresRow } from './figureRows';
import { NO_VALUES, toGroupValues, updateValues } from './groupValues';
import type { GroupValuesRow } from './groupValues';
import { medianOf } from './valueWindow';

interface Request extends Selection<PostmortemFilter> {
  groupBy: ComplianceGroupBy;
  rollUp: boolean;
}

/** Figures of a group without its median and latest start, and what they are computed from. */
export interface CountsRow extends FiguresRow, CollectedRow, GroupValuesRow {
  /** Whether the counts do not follow the hierarchy yet. */
  out_of_date: boolean | number;
  /** Null for groups without folded counts. */
  folded_ref: string | null;
  publish_median: number | null;
}

/**
 * Whether the counts of groups answer a request: they have no other filters, and everyone counts
 * who can see all postmortems that aren't restricted.
 */
export function isCounted({ groupBy, filter, visible }: Request): boolean {
  const { subTeams: _subTeams, ...filters } = filter;
  return (
    groupBy === 'team' &&
    Object.values(filters).every(value => value === undefined) &&
    hasAllInternal(visible)
  );
}

/**
 * Reads the counts of groups: those that are folded, the changes since then, and the restricted
 * postmortems that the caller can see.
 */
export function readCounts(
  knex: Knex,
  { rollUp, visible }: Request,
  now: Date,
): FiguresQueries {
  const list: List = rollUp ? 'group' : 'team';
  return {
    shared: {
      restricted: restricted(knex, visible, now),
      recent: recent(knex, list, now),
      counted: counted(knex, list),
    },
    everything: knex('counted').where('group_key', TOTAL),
    groups: knex('counted').whereNot('group_key', TOTAL).where('total', '>', 0),
    orderBy: 'largest',
  };
}

/** The restricted postmortems that the caller can see, in the form of changes. */
function restricted(knex: Knex, visible: Scope, now: Date): Knex.QueryBuilder {
  const flag = (condition: string) =>
    knex.raw(`case when ${condition} then 1 else 0 end`);
  // Matches a partial index, which has what most conditions on access need.
  const ids = knex('postmortems')
    .whereRaw(`postmortems.visibility = 'restricted'`)
    .select('postmortems.id');
  whereAmong(ids, visible);
  return knex('postmortems')
    .whereIn('postmortems.id', ids)
    .select('postmortems.id', 'teamless', 'exceptions', {
      weight: knex.raw('1'),
      status: complianceName(knex, now),
      created_by_person: flag(`origin = 'person'`),
      imported: flag(`origin = 'import'`),
      deleted: 'deletions',
      publish_ms: millisecondsFrom(knex, 'resolved_at', 'published_at'),
      started_ms: millisecondsOf(knex, 'started_at'),
    });
}

/** Everything that the folded counts do not have, by group. */
function recent(knex: Knex, list: List, now: Date): Knex.QueryBuilder {
  const columns = [...CHANGE_COLUMNS.slice(1), 'started_ms'].map(column =>
    column === 'by_exception'
      ? knex.raw(
          `case when exceptions > 0 and status in ('met', 'late', 'overdue') then 1 else 0 end`,
        )
      : column,
  );
  const inGroup = (key: Knex.Raw | string, query: Knex.QueryBuilder) =>
    query.select(key, ...columns);
  const [table, group] =
    list === 'group'
      ? ['group_postmortems', 'group_ref']
      : ['postmortem_teams', 'team_ref'];
  const rows = changesUntil(knex, now, ['any', list]).unionAll([
    inGroup(knex.raw('?', [TOTAL]), knex('restricted')),
    inGroup(
      knex.raw('?', [NO_GROUP]),
      knex('restricted').where('teamless', true),
    ),
    inGroup(
      `${table}.${group}`,
      // Makes SQLite start from the restricted ones, which are few.
      knex('restricted')
        .joinRaw('cross join ??', [table])
        .whereRaw(`${table}.postmortem_id = restricted.id`),
    ),
  ]);
  return knex
    .from(rows.as('changes'))
    .groupBy('group_ref')
    .select('group_ref', sums(knex), collected(knex));
}

/** The sum of the folded counts and recent changes, by group. */
function counted(knex: Knex, list: List): Knex.QueryBuilder {
  const plus = (column: string) =>
    knex.raw('coalesce(folded.??, 0) + coalesce(recent.??, 0)', [
      column,
      column,
    ]);
  const folded = knex(COUNTS)
    .whereIn('list', ['any', list])
    .select('*', { latest_ms: millisecondsOf(knex, 'latest_started_at') });
  const outOfDate =
    list === 'group' ? `exists (select 1 from ${GROUP_CHANGES})` : '1 = 0';
  return knex
    .from(folded.as('folded'))
    .fullOuterJoin('recent', 'recent.group_ref', 'folded.group_ref')
    .select({
      group_key: inByteOrder(
        knex,
        'coalesce(folded.group_ref, recent.group_ref)',
      ),
      total: plus('total'),
      ...Object.fromEntries(
        STATUS_COLUMNS.map((column, index) => [
          `status_${index}`,
          plus(column),
        ]),
      ),
      ...Object.fromEntries(OTHER_COUNTS.map(column => [column, plus(column)])),
      folded_ref: 'folded.group_ref',
      latest_ms: 'latest_ms',
      publish_count: 'publish_count',
      publish_below: 'publish_below',
      publish_median: 'publish_median',
      // Only where it is needed, because it is long.
      publish_values: knex.raw(
        'case when recent.group_ref is not null then publish_values end',
      ),
      out_of_date: knex.raw(outOfDate),
    })
    .select(
      'added_publish',
      'removed_publish',
      'added_started',
      'removed_started',
    );
}

/**
 * Adds medians and latest starts.
 *
 * @returns undefined if the counts are out of date, or if what they keep does not tell one of them
 */
export function completeCounts(rows: CountsRow[]): FiguresRow[] | undefined {
  const isMissing = rows.length === 0 || Number(rows[0].place) > 0;
  if (isMissing || rows[0].out_of_date) return undefined;
  const complete = rows.map(completeRow);
  return complete.every(row => row !== undefined) ? complete : undefined;
}

function completeRow(row: CountsRow): FiguresRow | undefined {
  if (Number(row.total) === 0) {
    return { ...row, median_ms: null, last_started_at: null };
  }
  const isChanged = row.added_started ?? row.removed_started;
  if (!isChanged) {
    return row.publish_count === null || row.latest_ms === null
      ? undefined
      : {
          ...row,
          median_ms: row.publish_median,
          last_started_at: Number(row.latest_ms),
        };
  }
  const before = row.folded_ref === null ? NO_VALUES : toGroupValues(row);
  if (!before) return undefined;
  const { publish, latestStart } = updateValues(before, row);
  const median = medianOf(publish);
  if (latestStart === undefined) return undefined;
  if (median === undefined && publish.count > 0) return undefined;
  return {
    ...row,
    median_ms: median ?? null,
    last_started_at: latestStart,
  };
}
