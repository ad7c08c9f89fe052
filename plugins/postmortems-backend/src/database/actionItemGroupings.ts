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
import type {
  ActionItemFilter,
  ActionItemGroupBy,
} from 'backstage-plugin-postmortems-common';
import { teamsFilter } from './DatabaseTeamStore';

const DAY = 86_400_000;

/** How to group action items: the expression of the key, and what the query needs for it. */
interface Grouping {
  key: Knex.Raw;
  extend?(query: Knex.QueryBuilder): void;
}

/**
 * Every way to group action items. An item has several teams and entities: those that a filter
 * leaves out form no groups, so that the groups say what was asked for and no more.
 */
export const GROUPINGS: Record<
  ActionItemGroupBy,
  (knex: Knex, filter: ActionItemFilter, now: Date) => Grouping
> = {
  team: (knex, { teamRef, subTeams }) => ({
    key: knex.raw(`coalesce(teams.team_ref, 'none')`),
    extend: query => {
      // A team can answer for an item twice, by an entity and as its owner; it counts once.
      const teams = knex('action_item_teams').distinct(
        'action_item_id',
        'team_ref',
      );
      if (teamRef) teamsFilter(knex, teams, 'team_ref', teamRef, subTeams);
      query.leftJoin(
        teams.as('teams'),
        'teams.action_item_id',
        'action_items.id',
      );
    },
  }),
  entity: (knex, { entityRef }) => ({
    key: knex.raw('entities.entity_ref'),
    extend: query => {
      query.join(
        { entities: 'postmortem_entities' },
        'entities.postmortem_id',
        'action_items.postmortem_id',
      );
      if (entityRef) query.whereIn('entities.entity_ref', entityRef);
    },
  }),
  postmortem: knex => ({
    key: knex.raw(`'PM-' || action_items.postmortem_id`),
    extend: query => query.max({ title: 'postmortems.title' }),
  }),
  owner: knex => ({
    key: knex.raw(`coalesce(action_items.owner_ref, 'none')`),
  }),
  priority: knex => ({ key: knex.raw('action_items.priority') }),
  kind: knex => ({ key: knex.raw('action_items.kind') }),
  age: (knex, _filter, now) => {
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);
    return {
      key: knex.raw(
        `case when action_items.created_at > ? then '0-6'
          when action_items.created_at > ? then '7-29'
          when action_items.created_at > ? then '30-89'
          else '90+' end`,
        [daysAgo(7), daysAgo(30), daysAgo(90)],
      ),
    };
  },
};
