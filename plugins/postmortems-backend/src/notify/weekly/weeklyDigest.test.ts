import fc from 'fast-check';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  ENTITIES,
  aCreate,
  complete,
  publish,
  startPortal,
} from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import { dueWeek } from './dueWeek';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR = 3_600_000;
const ALICE = 'user:default/alice';

/** A Monday. In Berlin, clocks show an hour more than in UTC. */
const BEFORE = new Date('2026-03-16T06:59:00Z');
const DUE = new Date('2026-03-16T07:00:00Z');

function group(
  name: string,
  relations: [string, string][],
  spec: Entity['spec'] = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec,
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/**
 * `shop` has an owner by relation and `checkout` by `spec.owner`; `platform` has only members, and
 * the owner of `search` has left.
 */
const CATALOG: Entity[] = [
  ...ENTITIES.filter(({ kind }) => kind !== 'Group'),
  group('shop', [
    ['ownedBy', 'user:default/carol'],
    ['hasMember', 'user:default/bob'],
    ['parentOf', 'group:default/checkout'],
  ]),
  group(
    'checkout',
    [
      ['childOf', 'group:default/shop'],
      ['hasMember', ALICE],
    ],
    { owner: 'leads', profile: { displayName: 'Checkout team' } },
  ),
  group('leads', [
    ['hasMember', 'user:default/bob'],
    ['hasMember', 'user:default/carol'],
  ]),
  group('platform', [
    ['hasMember', ALICE],
    ['hasMember', 'user:default/bob'],
  ]),
  group('search', [
    ['ownedBy', 'user:default/gone'],
    ['hasMember', 'user:default/dan'],
  ]),
  group('idle', [['hasMember', ALICE]]),
];

async function start(knex: Knex, weeklyDigest: JsonObject = { enabled: true }) {
  const portal = await startPortal({
    knex,
    policy: (permission, claims) => ({
      result:
        permission.name === 'postmortem.read-restricted' &&
        claims.includes('user:default/outsider')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }),
    config: {
      app: { baseUrl: 'https://portal.example.com' },
      postmortems: {
        reminders: {
          weeklyDigest: {
            at: '08:00',
            timeZone: 'Europe/Berlin',
            ...weeklyDigest,
          },
        },
      },
    },
  });
  portal.catalog.entities = CATALOG;
  return portal;
}

/** Postmortems, action items, incidents and exceptions in both ranges, some of them restricted. */
async function fillPortal(portal: TestPortal, knex: Knex) {
  const { api, clock } = portal;
  const end = DUE.getTime();
  const at = (days: number, hours = 0) =>
    new Date(end - days * 24 * HOUR + hours * HOUR);
  const teams = ['checkout-api', 'payments-db', 'checkout-web'];
  for (const [index, days] of [100, 95, 60, 50, 40, 30, 20, 12].entries()) {
    clock.now = at(days, 6);
    const { id } = await api.createPostmortem({
      body: aCreate({
        severity: 'SEV-1',
        startedAt: at(days).toISOString(),
        resolvedAt: at(days, 2).toISOString(),
        entityRefs: [
          `${index % 3 === 1 ? 'resource' : 'component'}:default/${
            teams[index % 3]
          }`,
        ],
        visibility: index % 4 === 3 ? 'restricted' : 'internal',
      }),
    });
    await api.addActionItem({
      params: { id },
      body: {
        title: 'Mend it',
        kind: 'prevent',
        priority: 'P1',
        status: 'open',
        ownerRef: ALICE,
        dueAt: at(days - 9).toISOString(),
      },
    });
    if (index % 3 === 2) {
      const { revision } = await api.getPostmortem({ params: { id } });
      await portal.as('bob').putExtension({
        params: { id },
        ifMatch: revision,
        body: {
          reason: 'The vendor is asked',
          dueAt: at(days - 6).toISOString(),
        },
      });
    }
    if (index % 2 === 0) {
      await complete(api, { id });
      await publish(api, { id });
    }
  }
  for (const [index, team] of ['checkout', 'checkout', 'platform'].entries()) {
    await knex('incidents').insert({
      id: index + 1,
      source: 'pagerduty',
      incident_key: `Q${index}`,
      changes: 1,
      disposition: 'waiting',
      incomplete: true,
      title: `Incident ${index}`,
      started_at: at(300),
      visibility: index === 1 ? 'restricted' : 'internal',
      attempts: 0,
      updated_at: at(1),
    });
    await knex('incident_teams').insert({
      incident_id: index + 1,
      team_ref: `group:default/${team}`,
    });
  }
  clock.now = at(1);
  await portal.runTask('refresh-teams');
}

/** Runs the reminders, and returns the weekly digests sent by recipient. */
async function weekly(portal: TestPortal, now: Date) {
  portal.clock.now = now;
  portal.notifications.sent.length = 0;
  await portal.runTask('remind');
  return digestsOf(portal);
}

function digestsOf({ notifications }: TestPortal) {
  return notifications.sent
    .filter(({ payload }) => payload.topic === 'weekly-digest')
    .map(({ recipients, payload }) => ({
      to: recipients.type === 'entity' ? String(recipients.entityRef) : '',
      ...payload,
    }))
    .sort((a, b) => (a.to < b.to ? -1 : 1));
}

/** The length of the list that a link opens, for someone who sees nothing restricted. */
async function listed(portal: TestPortal, link: URL) {
  const { searchParams } = link;
  const view = searchParams.get('view');
  searchParams.delete('view');
  for (const name of ['startedAfter', 'startedBefore']) {
    const day = searchParams.get(name);
    if (day) searchParams.set(name, `${day}T00:00:00Z`);
  }
  const isSingle = (name: string) =>
    ['subTeams', 'startedAfter', 'startedBefore', 'overdue'].includes(name);
  const query: object = Object.fromEntries(
    [...new Set(searchParams.keys())].map(name => [
      name,
      isSingle(name) ? searchParams.get(name) : searchParams.getAll(name),
    ]),
  );
  const api = portal.as('outsider');
  const lists = {
    '/postmortems/all': () => api.listPostmortems({ query: { ...query } }),
    '/postmortems/action-items': () =>
      api.listActionItems({ query: { ...query } }),
    '/postmortems/compliance': () =>
      view === 'incidents'
        ? api.listIncidents({ query: { ...query } })
        : api.listComplianceExceptions({ query: { ...query } }),
  };
  const { totalItems } = await lists[link.pathname as keyof typeof lists]();
  return totalItems;
}

describe.each(databases.eachSupportedId())('The weekly digest, %s', id => {
  let portal: TestPortal;
  let other: TestPortal;
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await start(knex);
    other = await start(knex);
    await fillPortal(portal, knex);
  });
  afterAll(async () => {
    await portal.stop();
    await other.stop();
  });

  it('waits for its time and for the catalog', async () => {
    expect(await weekly(portal, BEFORE)).toEqual([]);
    portal.catalog.down = true;
    expect(await weekly(portal, DUE)).toEqual([]);
    portal.catalog.down = false;
  });

  it('goes once to each accountable person, with the numbers of the linked lists', async () => {
    other.clock.now = DUE;
    other.notifications.sent.length = 0;
    const [own] = await Promise.all([
      weekly(portal, DUE),
      other.runTask('remind'),
    ]);
    const sent = [...own, ...digestsOf(other)];
    // Nothing is owned by `search` and `idle`.
    expect(sent.map(({ to }) => to).sort()).toEqual([
      ALICE,
      'user:default/bob',
      'user:default/carol',
    ]);
    const of = (name: string) =>
      sent.find(({ to }) => to === `user:default/${name}`)!;
    expect(of('alice')).toMatchObject({
      title: 'Weekly digest for platform',
      link: '/postmortems/compliance?groupBy=quarter&teamRef=group%3Adefault%2Fplatform&subTeams=include',
      severity: 'normal',
      scope: 'weekly:2026-03-16',
    });
    expect(of('bob').title).toBe('Weekly digest for 2 groups');
    expect(of('carol').title).toBe('Weekly digest for 2 groups');
    const headings = of('carol')
      .description!.split('\n\n')
      .map(block => block.split('\n')[0]);
    expect(headings).toEqual([
      'Checkout team',
      'shop',
      'Restricted postmortems are not counted.',
    ]);

    const labels = new Set<string>();
    const counts: [line: string, count: number, listed?: number][] = [];
    for (const { description } of sent) {
      const lines = description!
        .split('\n')
        .filter(each => each.includes(': '));
      expect(lines.length % 5).toBe(0);
      for (const line of lines) {
        const [, label, text, url] = /^([^:]*): (.*?)(?: (https:.*))?$/.exec(
          line,
        )!;
        const count = Number(
          /of (\d+)\), before/.exec(text)?.[1] ?? parseInt(text, 10),
        );
        // Lines without anything to count have no link.
        counts.push([
          line,
          count || 0,
          url ? await listed(portal, new URL(url)) : 0,
        ]);
        if (!url) continue;
        labels.add(label);
        const met = /\((\d+) of \d+\), before/.exec(text)?.[1];
        if (!met) continue;
        const onlyMet = url.replace(/&complianceStatus=(late|overdue)/g, '');
        counts.push([
          line,
          Number(met),
          await listed(portal, new URL(onlyMet)),
        ]);
      }
    }
    expect(counts.filter(([, count, found]) => count !== found)).toEqual([]);
    expect(labels.size).toBe(5);
    // The restricted ones are in the lists of those who may see them.
    const restricted = await portal.api.listPostmortems({
      query: {
        teamRef: ['group:default/shop'],
        subTeams: 'include',
        complianceStatus: ['overdue'],
      },
    });
    const shop = of('carol').description!.split('\n\n')[1];
    expect(shop).not.toContain(
      `Overdue postmortems: ${restricted.totalItems} `,
    );
  });

  it('is repeated neither within the week nor after downtime, but comes again next week', async () => {
    const minutes = (after: number) => new Date(DUE.getTime() + after * 60_000);
    expect(await weekly(portal, minutes(1))).toEqual([]);
    expect(await weekly(other, minutes(23 * 60))).toEqual([]);
    expect(await weekly(portal, minutes(3 * 24 * 60))).toEqual([]);
    const next = await weekly(other, minutes(7 * 24 * 60));
    expect(next.map(({ to, scope }) => [to, scope])).toEqual([
      [ALICE, 'weekly:2026-03-23'],
      ['user:default/bob', 'weekly:2026-03-23'],
      ['user:default/carol', 'weekly:2026-03-23'],
    ]);
  });
});

it('is off by default', async () => {
  const knex = await databases.init('SQLITE_3');
  const portal = await start(knex, {});
  await fillPortal(portal, knex);
  expect(await weekly(portal, DUE)).toEqual([]);
  await portal.stop();
});

describe('dueWeek', () => {
  it('is due for a day from its time on, once a week', () => {
    fc.assert(
      fc.property(
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          at: fc.integer({ min: 0, max: 24 * 60 - 1 }).map(m => m * 60_000),
          timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
        }),
        fc.date({
          min: new Date('2026-01-01'),
          max: new Date('2027-01-01'),
          noInvalidDate: true,
        }),
        (time, begin) => {
          const weeks = Array.from({ length: 7 * 24 }, (_, hour) =>
            dueWeek(new Date(begin.getTime() + hour * HOUR), time),
          );
          const due = weeks.filter(week => week !== undefined);
          // A week in which clocks change has an hour more or less.
          expect(Math.abs(due.length - 24)).toBeLessThanOrEqual(1);
          expect(new Set(due).size).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  it('follows the clocks of its time zone', () => {
    const time = { weekday: 1, at: 9 * HOUR, timeZone: 'Europe/Berlin' };
    const at = (now: string) => dueWeek(new Date(now), time);
    expect(at('2026-03-23T07:59:00Z')).toBeUndefined();
    expect(at('2026-03-23T08:00:00Z')).toBe('2026-03-23');
    expect(at('2026-03-24T07:59:00Z')).toBe('2026-03-23');
    expect(at('2026-03-24T08:00:00Z')).toBeUndefined();
    expect(at('2026-03-30T07:00:00Z')).toBe('2026-03-30');
  });
});
