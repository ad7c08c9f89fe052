import type { Knex } from 'knex';
import type { Insights } from 'backstage-plugin-postmortems-common';
import { applyActionItemFilter } from '../../actionItem/ports';
import { millisecondsOf, orElse } from '../../kernel/db/dialect';
import { readColumns } from '../../kernel/db/readColumns';
import { followUpOf } from '../rules/followUp';
import type { Item } from '../rules/followUp';
import { MISSING } from '../rules/selected';
import type { InsightsRequest } from './selection';

/** Reads how follow-up goes. */
export async function readActionItems(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<Insights['actionItems']> {
  const { filter, visible, range } = request;
  const query = knex('action_items');
  applyActionItemFilter(knex, query, { visible, filter }, now);
  const times = [new Date(range.startedAfter), new Date(range.startedBefore)];
  query.where(any =>
    any
      .whereBetween('action_items.committed_at', [times[0], times[1]])
      .orWhereBetween('action_items.closed_at', [times[0], times[1]])
      .orWhere(open =>
        open
          .whereNull('action_items.closed_at')
          .whereIn('action_items.status', ['open', 'in-progress']),
      ),
  );
  const time = (column: string) =>
    orElse(knex, millisecondsOf(knex, `action_items.${column}`), MISSING);
  const columns = await readColumns<Item>(knex, query, {
    status: 'action_items.status',
    committedAt: time('committed_at'),
    // Instances of an earlier version leave out when items were committed.
    createdAt: knex.raw(
      `case when action_items.committed_at is null then ? else ${MISSING} end`,
      [time('created_at')],
    ),
    dueAt: time('due_at'),
    closedAt: time('closed_at'),
  });
  return followUpOf(
    columns.status.map((status, index) => ({
      status,
      committedAt: columns.committedAt[index],
      createdAt: columns.createdAt[index],
      dueAt: columns.dueAt[index],
      closedAt: columns.closedAt[index],
    })),
    range,
    now.getTime(),
  );
}
