import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type {
  MetricAttributes,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import { aCreate, startPortal } from '../__testUtils__/harness';
import {
  aWaitingIncident,
  deliver,
  deliverAndSettle,
  settled,
} from '../__testUtils__/incidents';
import { observeTotals } from './observeTotals';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MINUTE = 60_000;

/** Waits for background work. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

/** Collects metrics, as an exporter does. */
function createCollector() {
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const counted = new Map<string, number>();
  const text = (name: string, attributes: MetricAttributes = {}) =>
    [name, ...Object.entries(attributes).map(([k, v]) => `${k}=${v}`)].join(
      ' ',
    );
  return {
    metrics: metricsServiceMock.mock({
      createCounter: name => ({
        add: (value, attributes) => {
          const key = text(name, attributes);
          counted.set(key, (counted.get(key) ?? 0) + value);
        },
      }),
      createObservableGauge: name => ({
        addCallback: callback => {
          callbacks.set(name, callback as MetricsServiceObservableCallback);
        },
        removeCallback: () => callbacks.delete(name),
      }),
    }),
    counters: () => Object.fromEntries(counted),
    async gauges(): Promise<Record<string, number>> {
      const observed: Record<string, number> = {};
      await Promise.all(
        [...callbacks].map(([name, callback]) =>
          callback({
            observe: (value, attributes) => {
              observed[text(name, attributes)] = value;
            },
          }),
        ),
      );
      return observed;
    },
  };
}

describe.each(databases.eachSupportedId())('%s', id => {
  it('reports totals and counts webhooks and notifications', async () => {
    const knex = await databases.init(id);
    const collector = createCollector();
    const portal = await startPortal({
      knex,
      config: { postmortems: { incidents: { maxRequestsPerMinute: 6 } } },
      features: [collector.metrics.factory, withSource(new FakeSource())],
    });
    const { api } = portal;

    const old = {
      severity: 'SEV-1',
      startedAt: '2026-03-01T09:00:00Z',
      resolvedAt: '2026-03-01T10:00:00Z',
    };
    const { id: first } = await api.createPostmortem({ body: aCreate(old) });
    await api.createPostmortem({
      body: aCreate({
        ...old,
        visibility: 'restricted',
        ownerRef: 'user:default/alice',
      }),
    });
    await api.createPostmortem({ body: aCreate() });
    await api.addActionItem({
      params: { id: first },
      body: {
        title: 'Add a limit',
        kind: 'prevent',
        priority: 'P1',
        status: 'open',
        ownerRef: 'user:default/alice',
        dueAt: '2026-03-02T00:00:00Z',
      },
    });
    await aWaitingIncident(portal, 'INC-7');
    await deliverAndSettle(knex, portal, 'not JSON' as never);
    expect(await deliver(portal, 'x', { signature: 'wrong' })).toBe(401);
    expect(await deliver(portal, 'x', { source: 'unknown' })).toBe(404);
    await settled(knex, portal);
    await portal.runTask('remind');
    await knex('postmortem_outbox').delete();

    const { overall } = await portal.asService.getCompliance({
      query: { groupBy: 'severity' },
    });
    const expected = {
      ...Object.fromEntries(
        Object.entries(overall.counts).map(([status, count]) => [
          `postmortems.count status=${status}`,
          count,
        ]),
      ),
      'postmortems.action_items.overdue.count': 1,
      'postmortems.incidents.waiting.count': 1,
      'postmortems.deliveries.count status=pending': 0,
      'postmortems.deliveries.count status=parked': 1,
      'postmortems.events.pending.count': 0,
      'postmortems.notifications.due.count': 0,
    };
    expect(overall.counts).toMatchObject({ overdue: 2, 'on-track': 1 });
    expect(await collector.gauges()).toEqual(expected);

    // Read at most once a minute.
    const read = jest.fn();
    knex.on('query', ({ sql }) => /judged/.test(sql) && read());
    await api.createPostmortem({ body: aCreate(old) });
    expect(await collector.gauges()).toEqual(expected);
    expect(read).not.toHaveBeenCalled();
    portal.clock.now = new Date(portal.clock.now.getTime() + MINUTE);
    expect(await collector.gauges()).toMatchObject({
      'postmortems.count status=overdue': 3,
    });
    expect(read).toHaveBeenCalledTimes(1);

    const webhook = 'postmortems.webhooks.count kind=incident-source';
    for (let sent = 0; sent < 4; sent++) await deliver(portal, []);
    expect(collector.counters()).toMatchObject({
      [`${webhook} source=fake result=accepted`]: 5,
      [`${webhook} source=fake result=unauthenticated`]: 1,
      [`${webhook} source=fake result=rate-limited`]: 1,
    });
    expect(Object.keys(collector.counters()).join()).not.toContain('unknown');

    portal.notifications.down = true;
    const postmortem = await api.getPostmortem({ params: { id: first } });
    await api.putOwner({
      params: { id: first },
      body: { ownerRef: 'user:default/bob' },
      ifMatch: postmortem.revision,
    });
    const results = (result: string) =>
      collector.counters()[`postmortems.notifications.count result=${result}`];
    await until(() => results('failed') > 0);
    portal.notifications.down = false;
    portal.clock.now = new Date(portal.clock.now.getTime() + 10 * MINUTE);
    const due = 'postmortems.notifications.due.count';
    expect((await collector.gauges())[due]).toBeGreaterThan(0);
    await portal.runTask('remind');
    await until(() => results('sent') === portal.notifications.sent.length);
    portal.clock.now = new Date(portal.clock.now.getTime() + MINUTE);
    expect((await collector.gauges())[due]).toBe(0);

    await portal.stop();
    expect(await collector.gauges()).toEqual({});
  });
});

it('reports nothing while the database fails, and asks it once a minute', async () => {
  const collector = createCollector();
  const logger = mockServices.logger.mock();
  let now = 0;
  const read = jest.fn().mockRejectedValue(new Error('connection refused'));
  observeTotals({
    metrics: collector.metrics,
    read,
    clock: () => new Date(now),
    logger,
  });
  expect(await collector.gauges()).toEqual({});
  now += MINUTE - 1;
  expect(await collector.gauges()).toEqual({});
  expect(read).toHaveBeenCalledTimes(1);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  now += 1;
  await collector.gauges();
  expect(read).toHaveBeenCalledTimes(2);
});
