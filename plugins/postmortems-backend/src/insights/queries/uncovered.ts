import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Insights } from 'backstage-plugin-postmortems-common';
import {
  NO_GROUP,
  teamsOfWaiting,
  waitingIncidents,
} from '../../incident/ports';
import { inByteOrder } from '../../kernel/db/dialect';
import { upToLimit } from './recurrence';
import type { InsightsRequest } from './selection';

/** Incidents that need a postmortem and have none. They have no labels and no outcome. */
export async function readUncovered(
  knex: Knex,
  { filter, visible, range }: InsightsRequest,
): Promise<Insights['uncovered']> {
  const waiting = waitingIncidents(knex, {
    visible,
    filter: { ...filter, ...range },
  })?.select('incidents.id', 'incidents.governing_severity');
  if (!waiting) return undefined;
  const teams: KeyRow[] = await knex
    .with('waiting', waiting)
    .from('waiting')
    .join(teamsOfWaiting(knex, filter).as('owned'), {
      'owned.incident_id': 'waiting.id',
    })
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
      key: inByteOrder(knex, `coalesce(governing_severity, '${NO_GROUP}')`),
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
