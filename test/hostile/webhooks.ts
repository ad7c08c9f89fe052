import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { it } from 'node:test';
import { ask, send } from './ask';
import type { Answer } from './ask';
import type { HostilePortal } from './portal';

const SOURCES = [
  'generic',
  'alertmanager',
  'firehydrant',
  'grafana-irm',
  'incidentio',
  'pagerduty',
  'rootly',
];
const TRACKERS = ['github', 'jira'];
const INCIDENT = { title: 'Checkout is down', severity: 'SEV-1' };

/** Checks webhooks, which anyone can call. */
export function webhooks(portal: () => HostilePortal, limit: number): void {
  const post = (
    path: string,
    body: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Answer> => ask(portal(), path, { method: 'POST', body, headers });

  /** Valid headers for the generic source. */
  const signed = (body: string, id: string, secondsAgo = 0) => {
    const time = Math.floor(Date.now() / 1_000) - secondsAgo;
    const signature = createHmac(
      'sha256',
      Buffer.from(portal().secrets.generic, 'base64'),
    )
      .update(`${id}.${time}.${body}`)
      .digest('base64');
    return {
      'webhook-id': id,
      'webhook-timestamp': String(time),
      'webhook-signature': `v1,${signature}`,
    };
  };

  const deliveries = async () => {
    const { text } = await ask(
      portal(),
      '/incident-deliveries?source=generic',
      { user: 'alice' },
    );
    return JSON.parse(text).totalItems as number;
  };

  it('unsigned requests are rejected before parsing, without a reason', async () => {
    const bodies = ['', '{', '['.repeat(50_000), '{"id":1}', '\u0000'];
    const paths = [
      ...SOURCES.map(id => `/incident-sources/${id}`),
      ...TRACKERS.map(id => `/ticket-trackers/${id}`),
    ];
    for (const path of paths) {
      const responses = new Set<string>();
      for (const body of bodies) {
        for (const headers of [{}, forgeries()]) {
          const answer = await post(path, body, headers);
          assert.equal(answer.status, 401, `${path}: ${answer.text}`);
          responses.add(answer.text);
        }
      }
      assert.equal(
        responses.size,
        1,
        `${path} responds with ${[...responses].join('\n')}`,
      );
    }
  });

  it('oversized requests are rejected before verifying the signature', async () => {
    for (const path of ['/incident-sources/generic', '/ticket-trackers/jira']) {
      const { status } = await post(path, 'x'.repeat(3_000_000));
      assert.equal(status, 413, path);
    }
  });

  it('old, foreign and wrong signatures are rejected', async () => {
    const before = await deliveries();
    const body = JSON.stringify({ id: 'INC-stale', ...INCIDENT });
    const right = signed(body, 'stale');
    for (const headers of [
      signed(body, 'old', 301),
      signed(body, 'early', -600),
      { ...right, 'webhook-timestamp': `${right['webhook-timestamp']}.0` },
      { ...right, 'webhook-id': 'other' },
      { ...right, 'webhook-signature': right['webhook-signature'].slice(3) },
      {
        ...right,
        'webhook-signature': right['webhook-signature'].slice(0, -4),
      },
    ]) {
      const answer = await post('/incident-sources/generic', body, headers);
      assert.equal(answer.status, 401, JSON.stringify(headers));
    }
    const other = `${body} `;
    assert.equal(
      (await post('/incident-sources/generic', other, right)).status,
      401,
    );
    assert.equal(await deliveries(), before);
  });

  it('a repeated delivery counts once', async () => {
    const before = await deliveries();
    const body = JSON.stringify({ id: 'INC-replayed', ...INCIDENT });
    const headers = signed(body, 'replayed');
    for (let time = 0; time < 3; time++) {
      const { status } = await post('/incident-sources/generic', body, headers);
      assert.equal(status, 202);
    }
    assert.equal(await deliveries(), before + 1);
  });

  it('signed nonsense is parked without blocking others', async () => {
    const nonsense = [
      '{',
      'null',
      '['.repeat(100_000),
      JSON.stringify({ id: 'x\u0000', ...INCIDENT, title: 'a\u0000\ud800b' }),
      JSON.stringify({ id: 'INC-x', at: '9999-99-99', ...INCIDENT }),
      JSON.stringify({ id: 'INC-y', ...INCIDENT, __proto__: { a: 1 } }),
      JSON.stringify({ id: 'INC-z', url: 'file:///etc/passwd', ...INCIDENT }),
    ];
    for (const [index, body] of nonsense.entries()) {
      const headers = signed(body, `nonsense ${index}`);
      const { status } = await post('/incident-sources/generic', body, headers);
      assert.equal(status, 202);
    }
    const id = 'INC-after';
    const body = JSON.stringify({
      id,
      ...INCIDENT,
      services: ['checkout-api'],
    });
    await post('/incident-sources/generic', body, signed(body, 'after'));
    await eventually(async () => {
      const { text } = await ask(
        portal(),
        '/incidents?source=generic&disposition=covered&disposition=waiting',
        { user: 'alice' },
      );
      assert.ok(text.includes(`"${id}"`), text.slice(0, 2_000));
    });
  });

  it('requests to other systems leak no secrets', async () => {
    // Without reachable tools, all of them fail.
    for (const source of ['pagerduty', 'incidentio']) {
      const body = { since: '2026-01-01T00:00:00Z' };
      const path = `/incident-sources/${source}/backfills`;
      const { status } = await send(portal(), 'alice', path, body);
      assert.equal(status, 201);
    }
    await eventually(async () => {
      for (const source of ['pagerduty', 'incidentio']) {
        const path = `/incident-deliveries?source=${source}`;
        const { text } = await ask(portal(), path, { user: 'alice' });
        const [asked] = (
          JSON.parse(text).items as { kind: string; error?: string }[]
        ).filter(({ kind }) => kind === 'backfill');
        assert.ok(asked.error, text.slice(0, 2_000));
      }
    });
  });

  it('senders are rate limited', async () => {
    for (const [often, others] of [
      ['/incident-sources/rootly', '/incident-sources/pagerduty'],
      ['/ticket-trackers/jira', '/ticket-trackers/github'],
    ]) {
      let last = await post(often, '{}');
      for (let sent = 0; sent < 2 * limit && last.status === 401; sent++) {
        // Without a trusted proxy, X-Forwarded-For is ignored.
        const from = `203.0.113.${sent % 250}`;
        last = await post(often, '{}', { 'x-forwarded-for': from });
      }
      assert.equal(last.status, 429, often);
      assert.match(last.headers.get('retry-after') ?? '', /^\d+$/);
      assert.equal((await post(others, '{}')).status, 401, others);
    }
    // Other requests are not affected.
    const { status } = await ask(portal(), '/policy', { user: 'alice' });
    assert.equal(status, 200);
  });
}

/** Values for every header that a source or tracker reads. */
function forgeries(): Record<string, string> {
  const time = String(Math.floor(Date.now() / 1_000));
  const hex = '0'.repeat(64);
  return {
    authorization: 'Bearer wrong',
    'fh-signature': hex,
    'x-grafana-alerting-signature': hex,
    'gi-signature': `t=${time},v1=${hex}`,
    'x-pagerduty-signature': `v1=${hex}`,
    'x-rootly-signature': `t=${time},v1=${hex}`,
    'x-hub-signature': `sha256=${hex}`,
    'x-hub-signature-256': `sha256=${hex}`,
    'webhook-id': 'forged',
    'webhook-timestamp': time,
    'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
    'svix-id': 'forged',
    'svix-timestamp': time,
    'svix-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
  };
}

async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
}
