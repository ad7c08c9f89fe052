import { TestDatabases } from '@backstage/backend-test-utils';
import type { ListIncidentsQuery } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import { startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliver,
  deliverAll,
  happened,
  settled,
} from '../__testUtils__/incidents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Incidents, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;
  let source: FakeSource;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    source = new FakeSource();
    portal = await startPortal({ knex, features: [withSource(source)] });
  });
  afterEach(() => portal.stop());

  const postmortems = () => portal.api.listPostmortems({ query: {} });
  const onlyOne = async () => {
    const { items } = await postmortems();
    expect(items).toHaveLength(1);
    return portal.api.getPostmortem({ params: { id: items[0].id } });
  };

  /** Raised from P3 to P1, resolved, reopened, resolved again, lowered. */
  const SEQUENCE = [
    ...declared('10 09:00', { severity: 'P3' }),
    happened('10 09:02', { kind: 'acknowledged', by: { name: 'Alice' } }),
    happened('10 09:10', { kind: 'severity-changed', severity: 'P1' }),
    happened('10 09:30', {
      kind: 'note',
      text: 'Half of all payments fail',
      by: { name: 'Alice' },
    }),
    happened('10 10:00', { kind: 'resolved' }),
    happened('10 10:30', { kind: 'reopened' }),
    happened('10 11:00', { kind: 'resolved' }),
    happened('10 11:30', { kind: 'severity-changed', severity: 'P4' }),
  ];

  it.each([
    ['in order', SEQUENCE],
    ['backwards', [...SEQUENCE].reverse()],
    ['tripled', [...SEQUENCE, ...[...SEQUENCE].reverse(), ...SEQUENCE]],
  ])('become one draft, delivered %s', async (_order, changes) => {
    await deliverAll(knex, portal, changes);
    const postmortem = await onlyOne();
    expect(postmortem).toMatchObject({
      title: 'INC-1: Checkout is down',
      status: 'draft',
      edited: false,
      governingSeverity: 'SEV-1',
      severity: 'SEV-4',
      startedAt: '2026-03-10T09:00:00.000Z',
      resolvedAt: '2026-03-10T11:00:00.000Z',
      // SEV-1: three calendar days from the last resolution.
      dueAt: '2026-03-13T23:59:59.999Z',
      entityRefs: ['component:default/checkout-api'],
      teamRefs: ['group:default/checkout'],
      createdBy: 'incident-source:fake',
      incidents: [
        {
          source: 'fake',
          key: 'INC-1',
          url: 'https://incidents.example.com/INC-1',
        },
      ],
    });
    expect(postmortem.severityHistory.map(({ severity }) => severity)).toEqual([
      'SEV-3',
      'SEV-1',
      'SEV-4',
    ]);
    expect(postmortem.timeline.map(({ text }) => text)).toEqual([
      'Acknowledged by Alice',
      'Half of all payments fail\n\n– Alice',
      'Reopened',
    ]);
    expect(postmortem.sourceFacts.map(({ state }) => state)).not.toContain(
      'differs',
    );
    const { items } = await portal.api.listIncidents({
      query: { disposition: ['covered'] },
    });
    expect(items).toMatchObject([{ key: 'INC-1', postmortemId: 'PM-1' }]);
  });

  it('are filtered like the list while they wait', async () => {
    const services = ['nobody knows'];
    await deliver(portal, [
      ...declared('10 09:00', { incident: 'A-1', severity: 'P1', services }),
      happened('10 10:00', { kind: 'resolved' }, 'A-1'),
      ...declared('11 09:00', { incident: 'B-2', severity: 'P2', services }),
      happened(
        '11 09:01',
        { kind: 'described', title: '100% of Payments fail' },
        'B-2',
      ),
    ]);
    await settled(knex, portal);
    const found = async (query: ListIncidentsQuery) => {
      const { items } = await portal.api.listIncidents({ query });
      return items.map(({ key }) => key).sort();
    };
    expect(await found({})).toEqual(['A-1', 'B-2']);
    expect(await found({ severity: ['critical'] })).toEqual(['A-1']);
    expect(await found({ resolved: 'true' })).toEqual(['A-1']);
    expect(await found({ resolved: 'false' })).toEqual(['B-2']);
    const startedBefore = '2026-03-11T09:00:00Z';
    expect(await found({ startedBefore })).toEqual(['A-1']);
    const resolvedAfter = '2026-03-10T10:00:01Z';
    expect(await found({ resolvedAfter })).toEqual(['B-2']);
    expect(await found({ q: 'payments FAIL' })).toEqual(['B-2']);
    expect(await found({ q: 'a-1' })).toEqual(['A-1']);
    expect(await found({ q: 'down payments' })).toEqual([]);
    expect(await found({ q: '%' })).toEqual(['A-1', 'B-2']);
  });

  it('can be delivered together', async () => {
    expect(await deliver(portal, SEQUENCE)).toBe(202);
    await settled(knex, portal);
    expect((await onlyOne()).governingSeverity).toBe('SEV-1');
  });
});
