import type { Knex } from 'knex';
import type {
  ActionItemFilter,
  ActionItemGroupBy,
} from 'backstage-plugin-postmortems-common';
import { TEAMLESS_ITEM } from '../postmortem/teamless';
import { teamsFilter } from '../team/ports';

const DAY = 86_400_000;

/** How to group action items: the key expression and the joins it needs. */
interface Grouping {
  key: Knex.Raw;
  extend?(query: Knex.QueryBuilder): void;
}

/**
 * All groupings. An item counts in the group of each of its teams or entities, except those that
 * the filter excludes.
 */
export const GROUPINGS: Record<
  ActionItemGroupBy,
  (knex: Knex, filter: ActionItemFilter, now: Date) => Grouping
> = {
  team: (knex, { teamRef, subTeams }) => ({
    key: knex.raw(`coalesce(teams.team_ref, 'none')`),
    extend: query => {
      // A team can be responsible both through an entity and as owner, but must count once.
      const teams = knex('action_item_teams').distinct(
        'action_item_id',
        'team_ref',
      );
      if (teamRef) teamsFilter(knex, teams, 'team_ref', teamRef, subTeams);
      if (!teamRef || teamRef.includes('none')) {
        teams.union(
          knex('action_items')
            .join('postmortems', 'postmortems.id', 'postmortem_id')
            .whereRaw(TEAMLESS_ITEM)
            .select('action_items.id', knex.raw(`'none'`)),
        );
      }
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
