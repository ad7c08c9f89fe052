/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Knex } from 'knex';
import { isClosed } from 'backstage-plugin-postmortems-common';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { whereOfTeams } from './DatabaseTeamStore';
import type { TeamSearch } from './DatabaseTeamStore';
import { whereTerms } from './terms';
import { whereAmong } from './visibility';
import type { Selection } from './visibility';

/** What is under way and past its due date, as an SQL condition. */
export function overdueCondition(knex: Knex, now: Date): Knex.Raw {
  return knex.raw(
    `(action_items.closed_at is null and action_items.status in ('open', 'in-progress') and action_items.due_order < ?)`,
    [now],
  );
}

/**
 * Restricts a query over `action_items` to what the filter lets through of what the caller sees, and
 * joins the postmortems that say so.
 *
 * @param query - changed in place
 * @param now - the time at which it is judged what is overdue
 * @param search - how to find those of teams
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
    query.whereIn(
      'action_items.postmortem_id',
      postmortemId.map(id => Number(id.slice('PM-'.length))),
    );
  }
  if (severity) {
    query.whereIn('postmortems.governing_severity', severity);
  }
  if (filter.status) {
    query.whereIn('action_items.status', filter.status);
    // Says what the statuses imply, for the sake of the index of what is open.
    if (!filter.status.some(isClosed))
      query.whereNull('action_items.closed_at');
  }
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
  whereTerms(knex, query, 'action_items', filter.q);
}
