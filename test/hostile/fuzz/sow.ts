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

import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import type { HostilePortal } from '../portal';
import type { Known } from './Known';

const INCIDENTS = 12;

/** Brings in something of everything, so that there is what can be asked for. */
export async function sow(portal: HostilePortal, known: Known): Promise<void> {
  const call = async (
    method: string,
    path: string,
    body?: object,
    revision = 1,
  ) => {
    const response = await fetch(`${portal.api}${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...portal.headers('alice'),
        'Content-Type': 'application/json',
        'If-Match': `"${revision}"`,
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${text}`);
    known.learnFrom(method, path.split('?')[0], text);
    return JSON.parse(text);
  };
  for (let n = 0; n < 12; n++) {
    const { id } = await call('post', '/import', aPostmortem(n));
    const path = `/postmortems/${id}`;
    const { revision } = await call('get', path);
    const meeting = { scheduledFor: '2026-03-12T09:00:00Z' };
    await call('put', `${path}/meeting`, meeting, revision);
  }
  for (let n = 0; n < INCIDENTS; n++) {
    assert.equal(await sendIncident(portal, { id: `INC-${n}` }), 202);
  }
  const drafts = async () =>
    (await call('get', '/incidents?source=generic&standing=covered')).items;
  await until(async () => (await drafts()).length === INCIDENTS);
  await call('get', '/incident-deliveries');

  // Of two, people and the source tell the title differently.
  for (const { postmortemId, key } of (await drafts()).slice(0, 2)) {
    const path = `/postmortems/${postmortemId}`;
    const { revision } = await call('get', path);
    await call('patch', path, { title: 'Checkout was slow' }, revision);
    assert.equal(await sendIncident(portal, { id: key, title: 'Down' }), 202);
    await until(async () =>
      (
        await call('get', path)
      ).sourceFacts.some(({ state }: { state: string }) => state === 'differs'),
    );
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    assert.ok(Date.now() < deadline, 'It did not come to be');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

function aPostmortem(n: number) {
  return {
    importKey: `sown ${n}`,
    title: `Checkout returned errors, time ${n}`,
    severity: n % 2 === 0 ? 'SEV-1' : 'SEV-3',
    startedAt: '2026-03-10T09:00:00Z',
    resolvedAt: '2026-03-10T11:00:00Z',
    entityRefs: [
      n % 3 === 0
        ? 'component:default/door-lock'
        : 'component:default/checkout-api',
    ],
    ownerRef: 'user:default/alice',
    visibility: n % 3 === 0 ? 'restricted' : 'internal',
    ...(n % 4 === 1 && { status: 'in-review' }),
    ...(n % 4 === 0 && {
      status: 'published',
      publishedAt: '2026-03-11T09:00:00Z',
    }),
    ...(n % 5 === 2 && {
      waiver: { reason: 'x', approverRef: 'user:default/sam' },
    }),
    ...(n % 5 === 3 && {
      extension: {
        reason: 'x',
        approverRef: 'user:default/sam',
        dueAt: '2026-06-01T00:00:00Z',
      },
    }),
    sections: {
      summary: 'x',
      impact: 'x',
      'what-happened': 'x',
      resolution: 'x',
    },
    timeline: [{ occurredAt: '2026-03-10T09:10:00Z', text: 'x' }],
    contributingFactors: [{ title: 'x' }],
    noActionItemsReason: 'x',
    actionItems: ['P0', 'P2'].map(priority => ({
      title: 'x',
      kind: 'prevent',
      priority,
      status: 'open',
      ownerRef: 'user:default/alice',
      dueAt: '2027-01-01T00:00:00Z',
    })),
  };
}

/** Sends an incident to the generic source, signed as it must be. */
export async function sendIncident(
  portal: HostilePortal,
  incident: { id: string; title?: string },
): Promise<number> {
  const body = JSON.stringify({
    severity: 'SEV-1',
    title: 'Checkout is down',
    startedAt: '2026-03-10T09:00:00Z',
    services: ['checkout-api'],
    ...incident,
  });
  const delivery = randomUUID();
  const time = Math.floor(Date.now() / 1_000);
  const key = Buffer.from(portal.secrets.generic, 'base64');
  const signature = createHmac('sha256', key)
    .update(`${delivery}.${time}.${body}`)
    .digest('base64');
  const response = await fetch(`${portal.api}/incident-sources/generic`, {
    method: 'POST',
    headers: {
      'webhook-id': delivery,
      'webhook-timestamp': String(time),
      'webhook-signature': `v1,${signature}`,
    },
    body,
  });
  await response.text();
  return response.status;
}
