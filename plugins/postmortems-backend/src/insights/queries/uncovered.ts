import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Insights } from 'backstage-plugin-postmortems-common';
import { applyIncidentFilter } from '../../incident/ports';
import { inByteOrder } from '../../kernel/db/dialect';
import { teamsFilter } from '../../team/ports';
import { upToLimit } from './recurrence';
import type { InsightsRequest } from './selection';

/**
 * The key for incidents that no group owns (by team), and for those without a severity (by
 * severity).
 */
const NONE = 'none';

/**
 * Incidents that need a postmortem and have none. Undefined if the request filters by label or
 * outcome, because these incidents have neither.
 */
export async function readUncovered(
  knex: Knex,
  { filter, visible, range }: InsightsRequest,
): Promise<Insights['uncovered']> {
  const { entityRef, teamRef, subTeams, severity, label, outcome } = filter;
  if (label || outcome) return undefined;
  const waiting = knex('incidents').select(
    'incidents.id',
    'incidents.governing_severity',
  );
  applyIncidentFilter(knex, waiting, {
    visible,
    filter: {
      disposition: ['waiting'],
      entityRef,
      teamRef,
      subTeams,
      severity,
      ...range,
    },
  });
  const isGroup = (query: Knex.QueryBuilder) =>
    query.whereLike('team_ref', 'group:%');
  const owned = knex('incident_teams').select('incident_id', 'team_ref');
  if (teamRef) teamsFilter(knex, owned, 'team_ref', teamRef, subTeams);
  if (!teamRef || teamRef.includes(NONE)) {
    owned.unionAll(
      knex('waiting')
        .whereNotIn('id', isGroup(knex('incident_teams').select('incident_id')))
        .select('id', knex.raw(`'${NONE}'`)),
    );
  }
  const teams: KeyRow[] = await knex
    .with('waiting', waiting)
    .from('waiting')
    .join(owned.as('owned'), { 'owned.incident_id': 'waiting.id' })
    .select({ key: inByteOrder(knex, 'owned.team_ref') })
    .count({ n: '*' })
    .groupByRaw('1')
    .orderBy('n', 'desc')
    .orderByRaw('1')
    .limit(LIMITS.insightsGroups + 1);
  const severities: KeyRow[] = await knex
    .with('waiting', waiting)
    .from('waiting')
    .select({
      key: inByteOrder(knex, `coalesce(governing_severity, '${NONE}')`),
    })
    .count({ n: '*' })
    .groupByRaw('1')
    .orderBy('n', 'desc')
    .orderByRaw('1');
  const counted = severities.map(toCount);
  return {
    n: counted.reduce((total, { n }) => total + n, 0),
    teams: upToLimit(teams.map(toCount)),
    severities: counted,
  };
}

interface KeyRow {
  key: string;
  n: number | string;
}

function toCount({ key, n }: KeyRow) {
  return { key, n: Number(n) };
}
