import type { Knex } from 'knex';
import type {
  Insights,
  InsightsFilter,
} from 'backstage-plugin-postmortems-common';
import { NO_GROUP, waitingIncidents } from '../../incident/ports';
import { isAmong } from '../../kernel/db/dialect';
import { readColumns } from '../../kernel/db/readColumns';
import { teamsFilter } from '../../team/ports';
import { upToLimit } from '../rules/recurrence';
import { groupBy } from '../rules/selected';
import type { InsightsRequest } from './selection';

/** Incidents that need a postmortem and have none. They have no labels and no outcome. */
export async function readUncovered(
  knex: Knex,
  { filter, visible, range }: InsightsRequest,
): Promise<Insights['uncovered']> {
  const query = waitingIncidents(knex, {
    visible,
    filter: { ...filter, ...range },
  });
  if (!query) return undefined;
  const waiting = await readColumns<{ id: number; severity: string }>(
    knex,
    query,
    {
      id: 'incidents.id',
      severity: knex.raw(
        `coalesce(incidents.governing_severity, '${NO_GROUP}')`,
      ),
    },
  );
  const n = waiting.id.length;
  const severities = groupBy(waiting.severity, key => key);
  return {
    n,
    teams: upToLimit(n > 0 ? await readTeams(knex, waiting.id, filter) : []),
    severities: [...severities]
      .map(([key, all]) => ({ key, n: all.length }))
      .sort(byCount),
  };
}

async function readTeams(
  knex: Knex,
  ids: number[],
  { teamRef, subTeams }: InsightsFilter,
): Promise<Count[]> {
  const links = () =>
    knex('incident_teams').where(isAmong(knex, 'incident_id', ids));
  const query = links();
  if (teamRef) teamsFilter(knex, query, 'team_ref', teamRef, subTeams);
  const rows: { key: string; n: number | string }[] = await query
    .select({ key: 'team_ref' })
    .count({ n: '*' })
    .groupBy('team_ref');
  const teams = rows.map(({ key, n }) => ({ key, n: Number(n) }));
  if (!teamRef || teamRef.includes(NO_GROUP)) {
    const owned: { count: number | string }[] = await links()
      .whereLike('team_ref', 'group:%')
      .countDistinct({ count: 'incident_id' });
    const n = ids.length - Number(owned[0].count);
    if (n > 0) teams.push({ key: NO_GROUP, n });
  }
  return teams.sort(byCount);
}

interface Count {
  key: string;
  n: number;
}

function byCount(a: Count, b: Count): number {
  return b.n - a.n || (a.key < b.key ? -1 : 1);
}
