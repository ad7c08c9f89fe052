import type { Knex } from 'knex';
import type {
  ActionItemFilter,
  Insights,
} from 'backstage-plugin-postmortems-common';
import {
  applyActionItemFilter,
  overdueCondition,
} from '../../actionItem/ports';
import { hoursBetween, monthOf } from '../../kernel/db/dialect';
import { periodsOf } from '../rules/ranges';
import type { InsightsRequest } from './selection';
import { selectSpread, toSpread } from './spread';
import type { SpreadRow } from './spread';

/**
 * Reads how action items progress. The range applies to when items were committed, closed and due,
 * not to when the incident started, so work on old incidents counts too.
 */
export async function readActionItems(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<Insights['actionItems']> {
  const { startedAfter: after, startedBefore: before } = request.range;
  const matching = (more: ActionItemFilter) => {
    const query = knex('action_items');
    applyActionItemFilter(
      knex,
      query,
      { visible: request.visible, filter: { ...request.filter, ...more } },
      now,
    );
    return query;
  };
  const opened: MonthRow[] = await matching({
    committedAfter: after,
    committedBefore: before,
  })
    .select({ month: monthOf(knex, 'action_items.committed_at') })
    .count({ n: '*' })
    .groupByRaw('1');
  const closed: ClosedRow[] = await matching({
    closedAfter: after,
    closedBefore: before,
  })
    .select('action_items.status', {
      month: monthOf(knex, 'action_items.closed_at'),
    })
    .count({ n: '*' })
    .select({
      on_time: knex.raw(
        'count(*) filter (where action_items.closed_at <= action_items.due_at)',
      ),
      late: knex.raw(
        'count(*) filter (where action_items.closed_at > action_items.due_at)',
      ),
    })
    .groupByRaw('action_items.status, 2');
  const [{ overdue }]: { overdue: number | string }[] = await matching({
    dueAfter: after,
    dueBefore: before,
  })
    .where(overdueCondition(knex, now))
    .count({ overdue: '*' });

  const done = closed.filter(({ status }) => status === 'done');
  const declined = closed.filter(({ status }) => status === 'declined');
  return {
    months: periodsOf(request.range, 'month').map(each => {
      const own = ({ month }: MonthRow) => month === each.period;
      return {
        ...each,
        opened: sum(opened.filter(own), 'n'),
        done: sum(done.filter(own), 'n'),
        declined: sum(declined.filter(own), 'n'),
      };
    }),
    open: await readAge(
      knex,
      matching({ status: ['open', 'in-progress'] }),
      now,
    ),
    onTime: withRate({
      onTime: sum(done, 'on_time'),
      late: sum(done, 'late'),
      overdue: Number(overdue),
    }),
  };
}

interface MonthRow {
  month: string;
  n: number | string;
}

interface ClosedRow extends MonthRow {
  status: string;
  on_time: number | string;
  late: number | string;
}

/** The days since open items were committed. */
async function readAge(
  knex: Knex,
  open: Knex.QueryBuilder,
  now: Date,
): Promise<Insights['actionItems']['open']> {
  const query = knex('ages');
  selectSpread(knex, query, 'days');
  const [row]: SpreadRow[] = await query
    .with(
      'times',
      open.select({
        committed_at: knex.raw(
          'coalesce(action_items.committed_at, action_items.created_at)',
        ),
        // PostgreSQL doesn't know the type of a bound time, so `coalesce` takes it from the column.
        at: knex.raw('coalesce(?, action_items.created_at)', [now]),
      }),
    )
    .with(
      'ages',
      knex('times').select({
        days: knex.raw('? / 24', [hoursBetween(knex, 'committed_at', 'at')]),
      }),
    );
  return {
    ...toSpread(row),
    ...(Number(row.n) > 0 && { oldest: Number(row.most) }),
  };
}

function withRate(counts: { onTime: number; late: number; overdue: number }) {
  const due = counts.onTime + counts.late + counts.overdue;
  return { ...counts, due, ...(due > 0 && { rate: counts.onTime / due }) };
}

function sum<K extends string>(
  rows: Record<K, string | number>[],
  name: K,
): number {
  return rows.reduce((total, row) => total + Number(row[name]), 0);
}
