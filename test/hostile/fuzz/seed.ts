import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import type { HostilePortal } from '../portal';
import type { Known } from './Known';

const INCIDENTS = 12;

/** Creates something of everything, for requests to use. */
export async function seed(portal: HostilePortal, known: Known): Promise<void> {
  const call = async (
    method: string,
    path: string,
    body?: object,
    revision = 1,
    user: 'alice' | 'sam' = 'alice',
  ) => {
    const response = await fetch(`${portal.api}${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...portal.headers(user),
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
    if (n % 4 === 0) continue;
    await call('put', `${path}/sections/summary`, { markdown: 'Changed' });
    await call('get', `${path}/history`);
    await call('put', `${path}/sections/impact/live`);
    // Sam sees no restricted ones.
    if (n % 4 !== 1 || n % 3 === 0) continue;
    const { contentRevision } = await call('get', path);
    const verdict = 'request-changes';
    const review = { verdict, comment: 'x', contentRevision };
    await call('post', `${path}/reviews`, review, 1, 'sam');
    await call('get', path);
  }
  for (let n = 0; n < INCIDENTS; n++) {
    assert.equal(await sendIncident(portal, { id: `INC-${n}` }), 202);
  }
  const drafts = async () =>
    (await call('get', '/incidents?source=generic&disposition=covered')).items;
  await until(async () => (await drafts()).length === INCIDENTS);
  await call('get', '/incident-deliveries');

  // For two of them, a person and the source set different titles.
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

/** Sends a signed incident to the generic source. */
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
