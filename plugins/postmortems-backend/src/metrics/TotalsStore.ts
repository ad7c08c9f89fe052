import type { Knex } from 'knex';
import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';
import { overdueCondition } from '../actionItem/ports';
import { waitingIncidents } from '../incident/ports';
import { countByStatus } from '../postmortem/complianceConditions';

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

/** Reads totals, each with one statement. Only the one over postmortems reads the whole table. */
export class TotalsStore {
  async read(knex: Knex, now: Date): Promise<Totals> {
    const deliveries = (status: string) =>
      count(knex('incident_deliveries').where({ status }));
    // One after the other, to leave the connections to requests.
    return {
      // Statuses without postmortems are reported as 0, so that alerts on them end.
      postmortems: await countByStatus(knex, knex('postmortems'), now),
      overdueActionItems: await count(
        knex('action_items').where(overdueCondition(knex, now)),
      ),
      waitingIncidents: await count(
        waitingIncidents(knex, { filter: {}, visible: 'all' })!,
      ),
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

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count({ count: '*' });
  return Number(row.count);
}
