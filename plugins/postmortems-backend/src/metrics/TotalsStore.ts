import type { Knex } from 'knex';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';
import { overdueCondition } from '../actionItem/ports';
import { applyIncidentFilter } from '../incident/ports';
import { compliancePlace } from '../postmortem/complianceConditions';

/** Counts over the whole portal, including restricted postmortems. */
export interface Totals {
  postmortems: Record<ComplianceStatus, number>;
  overdueActionItems: number;
  waitingIncidents: number;
  pendingDeliveries: number;
  parkedDeliveries: number;
  pendingEvents: number;
  dueNotifications: number;
}

const STATUSES = complianceStatusSchema.options;

/** Reads totals, each with one statement. Only the one over postmortems reads the whole table. */
export class TotalsStore {
  async read(knex: Knex, now: Date): Promise<Totals> {
    const waiting = knex('incidents');
    applyIncidentFilter(knex, waiting, {
      filter: { disposition: ['waiting'] },
      visible: 'all',
    });
    const deliveries = (status: string) =>
      count(knex('incident_deliveries').where({ status }));
    // One after the other, to leave the connections to requests.
    return {
      postmortems: await byStatus(knex, now),
      overdueActionItems: await count(
        knex('action_items').where(overdueCondition(knex, now)),
      ),
      waitingIncidents: await count(waiting),
      pendingDeliveries: await deliveries('pending'),
      parkedDeliveries: await deliveries('parked'),
      pendingEvents: await count(knex('postmortem_outbox')),
      dueNotifications: await count(
        knex('postmortem_messages')
          .where({ state: 'waiting' })
          .whereIn('kind', ['direct', 'digest'])
          .where('send_at', '<=', now),
      ),
    };
  }
}

async function byStatus(
  knex: Knex,
  now: Date,
): Promise<Record<ComplianceStatus, number>> {
  const rows: { place: number; count: number | string }[] = await knex
    .from(
      knex('postmortems')
        .select({ place: compliancePlace(knex, now) })
        .as('judged'),
    )
    .groupBy('place')
    .select('place')
    .count({ count: '*' });
  const counts = new Map(
    rows.map(row => [Number(row.place), Number(row.count)]),
  );
  // A status without postmortems is reported as 0, so that alerts on it end.
  return Object.fromEntries(
    STATUSES.map((status, place) => [status, counts.get(place) ?? 0]),
  ) as Record<ComplianceStatus, number>;
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count({ count: '*' });
  return Number(row.count);
}
