import type { Knex } from 'knex';
import { isClosed } from 'backstage-plugin-postmortems-common';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { TEAMLESS_ITEM } from '../postmortem/teamless';
import { whereOfTeams } from '../team/ports';
import type { TeamSearch } from '../team/ports';
import { whereItemFound } from '../search/ports';
import { numberOf } from '../kernel/ids';
import { whereAmong } from '../postmortem/accessFields';
import type { Selection } from '../kernel/access/scopeSql';

/** SQL condition for action items that are under way and past their due date. */
export function overdueCondition(knex: Knex, now: Date): Knex.Raw {
  return knex.raw(
    `(action_items.closed_at is null and action_items.status in ('open', 'in-progress') and action_items.due_order < ?)`,
    [now],
  );
}

/**
 * Restricts a query over `action_items` to the filter and the caller's access, joining postmortems
 * as needed.
 *
 * @param query - changed in place
 * @param now - reference time for overdue items
 * @param search - the strategy for finding items by team
 */
export function applyActionItemFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, visible }: Selection<ActionItemFilter>,
  now: Date,
  search: TeamSearch = 'list',
): void {
  query.join('postmortems', 'postmortems.id', 'action_items.postmortem_id');
  whereAmong(query, visible);
  const { ownerRef, entityRef, postmortemId, severity } = filter;

  whereOfTeams(
    knex,
    query,
    {
      table: 'action_item_teams',
      column: 'action_item_id',
      id: 'action_items.id',
      teamless: TEAMLESS_ITEM,
    },
    filter,
    search,
  );
  if (ownerRef) {
    query.where(any => {
      any.whereIn('action_items.owner_ref', ownerRef);
      if (ownerRef.includes('none')) any.orWhereNull('action_items.owner_ref');
    });
  }
  if (entityRef) {
    query.whereIn(
      'action_items.postmortem_id',
      knex('postmortem_entities')
        .select('postmortem_id')
        .whereIn('entity_ref', entityRef),
    );
  }
  if (postmortemId) {
    query.whereIn('action_items.postmortem_id', postmortemId.map(numberOf));
  }
  if (severity) {
    query.whereIn('postmortems.governing_severity', severity);
  }
  if (filter.status) {
    query.whereIn('action_items.status', filter.status);
    // Redundant, but lets the database use the index for open items.
    if (!filter.status.some(isClosed))
      query.whereNull('action_items.closed_at');
  }
  if (filter.label) {
    query.whereIn(
      'action_items.postmortem_id',
      knex('postmortem_labels')
        .select('postmortem_id')
        .whereIn('label', filter.label),
    );
  }
  if (filter.outcome) query.whereIn('postmortems.outcome', filter.outcome);
  if (filter.priority) query.whereIn('action_items.priority', filter.priority);
  if (filter.kind) query.whereIn('action_items.kind', filter.kind);
  if (filter.overdue === 'true') query.where(overdueCondition(knex, now));
  if (filter.overdue === 'false') query.whereNot(overdueCondition(knex, now));
  if (filter.dueAfter) {
    query.where('action_items.due_at', '>=', new Date(filter.dueAfter));
  }
  if (filter.dueBefore) {
    query.where('action_items.due_order', '<', new Date(filter.dueBefore));
  }
  const { committedAfter, committedBefore, closedAfter, closedBefore } = filter;
  if (committedAfter) {
    query.where('action_items.committed_at', '>=', new Date(committedAfter));
  }
  if (committedBefore) {
    query.where('action_items.committed_at', '<', new Date(committedBefore));
  }
  if (closedAfter) {
    query.where('action_items.closed_at', '>=', new Date(closedAfter));
  }
  if (closedBefore) {
    query.where('action_items.closed_at', '<', new Date(closedBefore));
  }
  if (filter.closedOnTime) {
    query.whereRaw(
      filter.closedOnTime === 'true'
        ? 'action_items.closed_at <= action_items.due_at'
        : 'action_items.closed_at > action_items.due_at',
    );
  }
  whereItemFound(knex, query, {
    kind: 'action-item',
    id: 'action_items.id',
    text: filter.q,
  });
}
