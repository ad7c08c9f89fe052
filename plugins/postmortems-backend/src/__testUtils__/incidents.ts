import { setTimeout as sleep } from 'node:timers/promises';
import { incidentDispositionSchema } from 'backstage-plugin-postmortems-common';
import type { Incident } from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FAKE_SOURCE } from './FakeSource';
import type { TestPortal } from './harness';

type Unidentified = IncidentChange extends infer C
  ? C extends IncidentChange
    ? Omit<C, 'incident' | 'key' | 'at'>
    : never
  : never;

/**
 * A change of an incident in March 2026.
 *
 * @param time - day and time, such as `10 09:14`
 */
export function happened(
  time: string,
  change: Unidentified,
  incident: string = 'INC-1',
): IncidentChange {
  const at = `2026-03-${time.replace(' ', 'T')}:00.000Z`;
  const key = `${incident} ${at} ${JSON.stringify(change)}`;
  return { incident, key, at, ...change } as IncidentChange;
}

/** Changes of a newly declared incident. */
export function declared(
  time: string,
  more: { incident?: string; severity?: string; services?: string[] } = {},
): IncidentChange[] {
  const { incident = 'INC-1', severity = 'P1' } = more;
  const services = more.services ?? ['checkout-api'];
  return [
    happened(time, { kind: 'declared' }, incident),
    happened(
      time,
      {
        kind: 'described',
        title: `${incident}: Checkout is down`,
        url: `https://incidents.example.com/${incident}`,
      },
      incident,
    ),
    happened(time, { kind: 'severity-changed', severity }, incident),
    happened(
      time,
      { kind: 'services-changed', services: services.map(id => ({ id })) },
      incident,
    ),
  ];
}

let deliveries = 0;

/** Sends a delivery to a webhook, and returns the response status. */
export async function deliver(
  portal: Pick<TestPortal, 'url'>,
  body: IncidentChange[] | string,
  more: { source?: string; signature?: string; delivery?: string } = {},
): Promise<number> {
  const { source = FAKE_SOURCE, signature = 'right' } = more;
  const { delivery = `delivery ${(deliveries += 1)}` } = more;
  const response = await fetch(`${portal.url}/incident-sources/${source}`, {
    method: 'POST',
    headers: { 'x-signature': signature, 'x-delivery': delivery },
    body: typeof body === 'string' ? body : JSON.stringify({ changes: body }),
  });
  await response.text();
  return response.status;
}

/** An incident blocked by an unmapped service. */
export async function aWaitingIncident(
  portal: TestPortal,
  incident: string,
): Promise<string> {
  await deliver(
    portal,
    declared('10 09:00', { incident, services: ['nobody knows'] }),
  );
  for (;;) {
    const { items } = await portal.asService.listIncidents({ query: {} });
    const found = items.find(
      ({ key, blockedBy }) => key === incident && blockedBy === 'services',
    );
    if (found) return found.id;
    await sleep(20);
  }
}

/** Waits until nothing more is due. */
export async function settled(
  knex: Knex,
  portal: Pick<TestPortal, 'clock'>,
): Promise<void> {
  const due = async (table: string) => {
    const now = portal.clock.now;
    const [{ count }] = await knex(table)
      .where('due_at', '<=', now)
      .count({ count: '*' });
    return Number(count);
  };
  while ((await due('incident_deliveries')) + (await due('incidents')) > 0) {
    await sleep(10);
  }
}

/** Delivers changes in one delivery, and waits until they are processed. */
export async function deliverAndSettle(
  knex: Knex,
  portal: Pick<TestPortal, 'url' | 'clock'>,
  changes: IncidentChange[],
): Promise<void> {
  await deliver(portal, changes);
  await settled(knex, portal);
}

/** All incidents by key. */
export async function incidentsByKey(
  portal: Pick<TestPortal, 'asService'>,
): Promise<Record<string, Incident>> {
  const { items } = await portal.asService.listIncidents({
    query: { disposition: incidentDispositionSchema.options },
  });
  return Object.fromEntries(items.map(each => [each.key, each]));
}

/** Delivers changes one by one, and waits after each. */
export async function deliverAll(
  knex: Knex,
  portal: Pick<TestPortal, 'url' | 'clock'>,
  changes: IncidentChange[],
): Promise<void> {
  for (const change of changes) await deliver(portal, [change]);
  await settled(knex, portal);
}
