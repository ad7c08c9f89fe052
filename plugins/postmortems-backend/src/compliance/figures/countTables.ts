import type { Knex } from 'knex';
import { joined, millisecondsOf } from '../../kernel/db/dialect';
import { STATUSES } from './figureRows';

/**
 * The counts of each group by compliance status, of all postmortems that aren't restricted. Triggers
 * append every change of a postmortem or its groups to `group_compliance_changes`, and
 * `foldChanges` adds them to the counts, so that transactions never wait for a group's row.
 */
export const COUNTS = 'group_compliance';
export const CHANGES = 'group_compliance_changes';

/** Counts with only a team's own postmortems (`team`), with sub-teams (`group`), or the same in both. */
export type List = 'any' | 'team' | 'group';

/** The key of the total. */
export const TOTAL = '';

export const STATUS_COLUMNS = STATUSES.map(status => status.replace('-', '_'));

export const OTHER_COUNTS = [
  'by_exception',
  'created_by_person',
  'imported',
  'deleted',
];

/** The columns of changes that are summed, or collected with their sign. */
export const CHANGE_COLUMNS = [
  'group_ref',
  'weight',
  'status',
  ...OTHER_COUNTS,
  'publish_ms',
];

/** The counts by name, as sums over changes. */
export function sums(knex: Knex): Record<string, Knex.Raw> {
  return Object.fromEntries([
    ['total', knex.raw('sum(weight)')],
    ...STATUSES.map((status, index) => [
      STATUS_COLUMNS[index],
      knex.raw(`coalesce(sum(weight) filter (where status = '${status}'), 0)`),
    ]),
    ...OTHER_COUNTS.map(column => [column, knex.raw('sum(??)', [column])]),
  ]);
}

/** What was added to a group or removed, in milliseconds and separated by commas. */
export interface CollectedRow {
  added_publish: string | null;
  removed_publish: string | null;
  added_started: string | null;
  removed_started: string | null;
}

/** Collects the values of changes that can't be summed. */
export function collected(knex: Knex): Record<keyof CollectedRow, Knex.Raw> {
  const collect = (column: string, sign: '>' | '<') =>
    knex.raw(`? filter (where weight ${sign} 0)`, [joined(knex, column)]);
  return {
    added_publish: collect('publish_ms', '>'),
    removed_publish: collect('publish_ms', '<'),
    added_started: collect('started_ms', '>'),
    removed_started: collect('started_ms', '<'),
  };
}

/** The changes that are in effect, with `started_ms`. */
export function changesUntil(
  knex: Knex,
  now: Date,
  lists: List[],
): Knex.QueryBuilder {
  return knex(CHANGES)
    .where('at', '<=', now)
    .whereIn('list', lists)
    .select(...CHANGE_COLUMNS, {
      started_ms: millisecondsOf(knex, 'started_at'),
    });
}
