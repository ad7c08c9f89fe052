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

import { setTimeout as sleep } from 'node:timers/promises';
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
 * A change of an incident on a morning of March 2026.
 *
 * @param time - such as `10 09:14`: day and time
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

/** What a tool tells when an incident is declared. */
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

/** Sends to the webhook of a source as it would, and gives the status of the answer. */
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

/** An incident that waits, as what it affects is not known. */
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
      ({ key, waitingFor }) => key === incident && waitingFor === 'services',
    );
    if (found) return found.id;
    await sleep(20);
  }
}

/** Waits until nothing is left to be done now. */
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

/** Delivers each change by itself, and waits for what comes of it. */
export async function deliverAll(
  knex: Knex,
  portal: Pick<TestPortal, 'url' | 'clock'>,
  changes: IncidentChange[],
): Promise<void> {
  for (const change of changes) await deliver(portal, [change]);
  await settled(knex, portal);
}
