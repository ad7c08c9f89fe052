import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../../__testUtils__/FakeSource';
import { refusal, startPortal } from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import {
  declared,
  deliver,
  happened,
  settled,
} from '../../__testUtils__/incidents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('The intake, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;
  let source: FakeSource;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    source = new FakeSource();
    portal = await startPortal({
      knex,
      features: [withSource(source)],
      config: { postmortems: { incidents: { maxRequestsPerMinute: 20 } } },
    });
  });
  afterEach(() => portal.stop());

  const deliveries = async () =>
    (await portal.api.listIncidentDeliveries({ query: {} })).items;
  const countOfPostmortems = async () =>
    (await portal.api.listPostmortems({ query: {} })).totalItems;
  async function pass(minutes: number) {
    portal.clock.now = new Date(portal.clock.now.getTime() + minutes * 60_000);
    // Any delivery starts processing, like the task that runs every minute.
    await deliver(portal, []);
    await settled(knex, portal);
  }

  it('rejects unsigned requests without a hint, and stores nothing', async () => {
    const url = `${portal.url}/incident-sources/fake`;
    const unsigned: Record<string, string>[] = [{}, { 'x-signature': 'wrong' }];
    for (const headers of unsigned) {
      const answer = await fetch(url, { method: 'POST', headers, body: '{}' });
      expect(answer.status).toBe(401);
      const { error } = await answer.json();
      expect(error.message).toBe(
        "The signature is not valid. Check the webhook secret and the sender's clock",
      );
    }
    expect(await deliver(portal, [], { source: 'unknown' })).toBe(404);
    expect(await deliver(portal, 'x'.repeat(1_100_000))).toBe(413);
    expect(await deliveries()).toEqual([]);
  });

  it('lists configured sources that reject deliveries, and why', async () => {
    await portal.stop();
    portal = await startPortal({
      knex,
      features: [withSource(source)],
      config: {
        postmortems: {
          incidentSources: {
            fake: { secrets: ['enough'] },
            generic: { secrets: [], matchByName: false },
            rootly: { severities: { sev0: 'SEV-1' } },
            pagerduty: { secrets: ['enough'] },
          },
        },
      },
    });
    const { items, disabled } = await portal.api.listIncidentSources({});
    expect(items.map(({ id }) => id)).toEqual(['fake']);
    expect(disabled).toEqual([
      {
        id: 'generic',
        reason: 'no-secret',
        configKey: 'postmortems.incidentSources.generic.secrets',
      },
      {
        id: 'rootly',
        reason: 'no-secret',
        configKey: 'postmortems.incidentSources.rootly.secrets',
      },
      {
        id: 'pagerduty',
        reason: 'no-module',
        configKey: 'postmortems.incidentSources.pagerduty.secrets',
      },
    ]);
    expect(await deliver(portal, [], { source: 'rootly' })).toBe(404);
  });

  it('counts deliveries that are too large', async () => {
    const tooLarge = async () => {
      const { items } = await portal.api.listIncidentSources({});
      return items[0].tooLarge;
    };
    expect(await tooLarge()).toBeUndefined();
    for (let time = 0; time < 2; time++) {
      expect(await deliver(portal, 'x'.repeat(1_100_000))).toBe(413);
    }
    expect(await tooLarge()).toEqual({
      rejected: 2,
      lastAt: portal.clock.now.toISOString(),
      limit: 1024 ** 2,
      sizeSetting: 'max_changes',
    });
    // They are forgotten like deliveries.
    portal.clock.now = new Date(portal.clock.now.getTime() + 31 * 86_400_000);
    await portal.runTask('purge-incidents');
    expect(await tooLarge()).toBeUndefined();
  });

  it('limits requests', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 30 }, () => deliver(portal, [])),
    );
    expect(statuses.filter(status => status === 202)).toHaveLength(20);
    expect(statuses.filter(status => status === 429)).toHaveLength(10);
  });

  it('ignores duplicates', async () => {
    for (let time = 0; time < 3; time++) {
      const changes = declared('10 09:00');
      expect(await deliver(portal, changes, { delivery: 'same' })).toBe(202);
      await settled(knex, portal);
    }
    expect(await deliveries()).toMatchObject([
      { status: 'applied', type: 'changes', attempts: 1 },
    ]);
    expect(source.reads).toBe(1);
  });

  it('detects duplicates without an id by their bodies', async () => {
    const body = JSON.stringify({ changes: declared('10 09:00') });
    for (let time = 0; time < 2; time++) {
      const { status } = await fetch(`${portal.url}/incident-sources/fake`, {
        method: 'POST',
        headers: { 'x-signature': 'right' },
        body,
      });
      expect(status).toBe(202);
    }
    expect(await deliveries()).toHaveLength(1);
  });

  it('parks unreadable deliveries with an error, and can replay them', async () => {
    expect(await deliver(portal, 'no JSON')).toBe(202);
    await settled(knex, portal);
    const [parked] = await deliveries();
    expect(parked).toMatchObject({
      status: 'parked',
      error: 'The body must be JSON',
      attempts: 1,
    });

    source.parse = async () => ({
      type: 'repaired',
      changes: declared('10 09:00'),
    });
    await portal.api.replayIncidentDelivery({
      params: { deliveryId: parked.id },
    });
    await settled(knex, portal);
    expect(await deliveries()).toMatchObject([
      { id: parked.id, status: 'applied', type: 'repaired' },
    ]);
    expect(await countOfPostmortems()).toBe(1);
    const unknown = portal.api.replayIncidentDelivery({
      params: { deliveryId: '999' },
    });
    expect((await refusal(unknown)).status).toBe(404);
  });

  it('parks changes that cannot be stored', async () => {
    for (const change of [
      { ...happened('10 09:00', { kind: 'declared' }), key: 'x'.repeat(301) },
      { ...happened('10 09:00', { kind: 'declared' }), at: 'yesterday' },
      { ...happened('10 09:00', { kind: 'declared' }), incident: '' },
    ]) {
      await deliver(portal, [change]);
    }
    await settled(knex, portal);
    const all = await deliveries();
    expect(all.map(({ status }) => status)).toEqual(Array(3).fill('parked'));
    expect(all.map(({ error }) => error).join()).toMatch(
      /incident must.*at must.*key must/,
    );
  });

  it('strips characters that a database cannot store', async () => {
    const title = 'Down\0 \ud83d\ude92 \n and out';
    await deliver(portal, [
      ...declared('10 09:00'),
      happened('10 09:01', { kind: 'described', title }),
      happened('10 09:02', { kind: 'note', text: 'a\0b' }),
    ]);
    await settled(knex, portal);
    expect((await deliveries()).map(({ status }) => status)).toEqual([
      'applied',
    ]);
    const { items } = await portal.api.listPostmortems({ query: {} });
    expect(items).toMatchObject([{ title: 'Down \ud83d\ude92 and out' }]);
  });

  it('retries failures with backoff, and finally parks them', async () => {
    const failure = new Error('The source does not answer');
    source.failures.push(failure, failure);
    await deliver(portal, declared('10 09:00'));
    await settled(knex, portal);
    expect(await deliveries()).toMatchObject([
      {
        status: 'pending',
        attempts: 1,
        error: 'Error: The source does not answer',
        nextAttemptAt: '2026-03-12T12:00:10.000Z',
      },
    ]);
    await pass(1);
    await pass(1);
    expect(await countOfPostmortems()).toBe(1);

    source.failures.push(...Array(12).fill(failure));
    await deliver(portal, declared('10 09:00', { incident: 'INC-2' }));
    await settled(knex, portal);
    const { id } = (await deliveries())[0];
    let attempts = 0;
    while (source.failures.length > 0) {
      attempts += 1;
      expect(attempts).toBeLessThan(20);
      // Every delivery is parsed as well, and must not use up the failure.
      portal.clock.now = new Date(portal.clock.now.getTime() + 3_600_000);
      await portal.api.requestBackfill({
        params: { source: 'fake' },
        body: { since: '2026-01-01T00:00:00Z' },
      });
      await settled(knex, portal);
    }
    const parked = await portal.api.listIncidentDeliveries({
      query: { status: ['parked'] },
    });
    expect(parked.items).toMatchObject([{ id, attempts: 12 }]);
  });

  it('ignores and counts irrelevant deliveries', async () => {
    for (const type of ['ping', 'ping', 'task.created']) {
      const body = JSON.stringify({ type, changes: [] });
      await deliver(portal, body);
    }
    await settled(knex, portal);
    const { items } = await portal.api.listIncidentSources({});
    expect(items).toMatchObject([
      {
        id: 'fake',
        title: 'Fake source',
        webhookPath: '/incident-sources/fake',
        canBackfill: true,
        lastDelivery: { status: 'ignored', type: 'task.created' },
        deliveries: { pending: 0, applied: 0, ignored: 3, parked: 0 },
        ignoredTypes: [
          { type: 'ping', count: 2 },
          { type: 'task.created', count: 1 },
        ],
      },
    ]);
  });

  it('treats future times as now', async () => {
    await deliver(portal, [
      ...declared('10 09:00'),
      happened('20 09:00', { kind: 'resolved' }),
    ]);
    await settled(knex, portal);
    const { items } = await portal.api.listPostmortems({ query: {} });
    expect(items).toMatchObject([{ resolvedAt: '2026-03-12T12:00:00.000Z' }]);
  });

  it('waits for the catalog during an outage', async () => {
    portal.catalog.down = true;
    await deliver(portal, declared('10 09:00'));
    await settled(knex, portal);
    expect(await countOfPostmortems()).toBe(0);
    expect(await portal.asService.listIncidents({ query: {} })).toMatchObject({
      items: [
        {
          key: 'INC-1',
          blockedBy: 'failed',
          error: expect.stringContaining('ECONNREFUSED'),
        },
      ],
    });
    portal.catalog.down = false;
    await pass(1);
    expect(await countOfPostmortems()).toBe(1);
  });

  it('purges only expired deliveries and incidents', async () => {
    await deliver(portal, declared('10 09:00'));
    await deliver(
      portal,
      declared('10 09:00', { incident: 'INC-2', severity: 'P5' }),
    );
    await deliver(portal, []);
    await deliver(portal, 'no JSON');
    await settled(knex, portal);
    const rest = async (days: number) => {
      const later = portal.clock.now.getTime() + days * 24 * 3_600_000;
      portal.clock.now = new Date(later);
      await portal.runTask('purge-incidents');
      const { totalItems } = await portal.api.listIncidents({
        query: {
          disposition: ['waiting', 'covered', 'merged', 'not-required'],
        },
      });
      return [(await deliveries()).map(({ status }) => status), totalItems];
    };
    expect(await rest(29)).toEqual([
      ['parked', 'ignored', 'applied', 'applied'],
      2,
    ]);
    expect(await rest(2)).toEqual([['parked'], 2]);
    expect(await rest(180)).toEqual([['parked'], 1]);
    expect(await countOfPostmortems()).toBe(1);
  });

  it('backfills, repeatedly', async () => {
    source.past = [
      [...declared('01 09:00', { incident: 'OLD' })],
      [
        ...declared('08 09:00', { incident: 'INC-1' }),
        happened('08 10:00', { kind: 'resolved' }),
      ],
      [...declared('09 09:00', { incident: 'INC-2' })],
    ];
    for (let time = 0; time < 2; time++) {
      const asked = await portal.api.requestBackfill({
        params: { source: 'fake' },
        body: { since: '2026-03-05T00:00:00Z' },
      });
      expect(asked).toMatchObject({ kind: 'backfill', status: 'pending' });
      await settled(knex, portal);
    }
    expect((await deliveries()).map(({ status }) => status)).toEqual([
      'applied',
      'applied',
    ]);
    const { items } = await portal.api.listPostmortems({ query: {} });
    expect(items.map(({ title }) => title)).toEqual([
      'INC-2: Checkout is down',
      'INC-1: Checkout is down',
    ]);
    const unknown = portal.api.requestBackfill({
      params: { source: 'unknown' },
      body: { since: '2026-03-05T00:00:00Z' },
    });
    expect((await refusal(unknown)).status).toBe(404);
  });
});
