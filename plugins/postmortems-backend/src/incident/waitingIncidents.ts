import type { Knex } from 'knex';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import type { Selection } from '../kernel/access/scopeSql';
import { ANCESTOR, teamsFilter, withAncestors } from '../team/ports';
import { applyIncidentFilter } from './IncidentList';

/** Key of incidents without a group as owner, or without a severity. */
export const NO_GROUP = 'none';

/**
 * Selects the incidents that need a postmortem and have none, as the list of incidents does. The
 * one definition for insights, compliance and digests.
 *
 * @returns undefined if the filter has fields that incidents don't have, such as labels
 */
export function waitingIncidents(
  knex: Knex,
  { filter, visible }: Selection<PostmortemFilter>,
): Knex.QueryBuilder | undefined {
  const { entityRef, teamRef, subTeams, severity, source, q, ...more } = filter;
  const { startedAfter, startedBefore, resolved, resolvedAfter, ...others } =
    more;
  if (Object.values(others).some(value => value !== undefined)) {
    return undefined;
  }
  const query = knex('incidents');
  applyIncidentFilter(knex, query, {
    visible,
    filter: {
      disposition: ['waiting'],
      entityRef,
      teamRef,
      subTeams,
      severity,
      source,
      q,
      startedAfter,
      startedBefore,
      resolved,
      resolvedAfter,
    },
  });
  return query;
}

/**
 * Selects `incident_id` and `team_ref` for each team of the incidents in the common table
 * expression `waiting`. Teams that the filter excludes are left out.
 *
 * @param rollUp - whether an incident also belongs to the parent groups of its teams
 */
export function teamsOfWaiting(
  knex: Knex,
  { teamRef, subTeams }: Pick<PostmortemFilter, 'teamRef' | 'subTeams'>,
  rollUp = false,
): Knex.QueryBuilder {
  const teams = rollUp
    ? withAncestors(
        knex('incident_teams').select('incident_id'),
        'incident_teams.team_ref',
      )
    : knex('incident_teams').select('incident_id', 'team_ref');
  if (teamRef) {
    const column = rollUp ? ANCESTOR : 'team_ref';
    teamsFilter(knex, teams, column, teamRef, subTeams);
  }
  if (!teamRef || teamRef.includes(NO_GROUP)) {
    teams.unionAll(
      knex('waiting')
        .whereNotIn(
          'id',
          knex('incident_teams')
            .select('incident_id')
            .whereLike('team_ref', 'group:%'),
        )
        .select('id', knex.raw(`'${NO_GROUP}'`)),
    );
  }
  return teams;
}
