import { TestDatabases } from '@backstage/backend-test-utils';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { LeftOut } from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../../__testUtils__/FakeSource';
import { ENTITIES, ownedBy, startPortal } from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
  incidentsByKey,
} from '../../__testUtils__/incidents';
import { leftOutToRecord } from './leftOut';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);
const SERVICES = named('service', 72);
const PEOPLE = named('person', 112);
const CATALOG = [
  ...ENTITIES,
  ...SERVICES.map(name => ownedBy('checkout', 'Component', name)),
  ...PEOPLE.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: { email: `${name}@example.com` } },
  })),
];

let deliveries = 0;

/** Sends changes with short keys, whatever their content. */
function send(knex: Knex, portal: TestPortal, changes: IncidentChange[]) {
  deliveries += 1;
  return deliverAndSettle(
    knex,
    portal,
    changes.map((change, index) => ({
      ...change,
      key: `${deliveries} ${index}`,
    })),
  );
}

const leftOutOf = (
  field: LeftOut['field'],
  leftOut: number,
  limit: number,
  unit: LeftOut['unit'] = 'items',
): LeftOut => ({ field, unit, leftOut, total: limit + leftOut, limit });

describe.each(databases.eachSupportedId())(
  'What exceeds a limit, %s',
  databaseId => {
    async function recorded(portal: TestPortal) {
      const { items } = await portal.api.listHistory({
        params: { id: 'PM-1' },
        query: { action: ['source-data-left-out'] },
      });
      return items.map(({ after }) => after).reverse();
    }

    it('is in the history once, and shown to operators', async () => {
      const knex = await databases.init(databaseId);
      const portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
      });
      portal.catalog.entities = CATALOG;
      const minute = (index: number) =>
        `10 ${String(9 + Math.floor(index / 60)).padStart(2, '0')}:${String(
          index % 60,
        ).padStart(2, '0')}`;
      const severities = Array.from({ length: 130 }, (_, index) =>
        happened(minute(index), {
          kind: 'severity-changed',
          severity: index % 2 === 0 ? 'P1' : 'P2',
        }),
      );
      const notes = Array.from({ length: LIMITS.timelineEvents + 3 }, (_, n) =>
        happened('10 09:30', { kind: 'note', text: `Note ${n}` }),
      );
      await send(knex, portal, [
        ...declared('10 09:00', { services: SERVICES }),
        ...severities,
        ...notes,
        ...PEOPLE.map(name =>
          happened('10 09:10', {
            kind: 'person-assigned',
            person: { email: `${name}@example.com` },
            role: 'responder',
          }),
        ),
      ]);

      const postmortem = await portal.api.getPostmortem({
        params: { id: 'PM-1' },
      });
      expect(postmortem.entityRefs).toHaveLength(LIMITS.entityRefs);
      expect(postmortem.contributors).toHaveLength(LIMITS.contributors);
      expect(postmortem.timeline).toHaveLength(LIMITS.timelineEvents);
      // Nothing limits the severities that are stored.
      expect(postmortem.severityHistory).toHaveLength(130);

      const expected = [
        leftOutOf('entityRefs', 22, LIMITS.entityRefs),
        leftOutOf('contributors', 12, LIMITS.contributors),
        leftOutOf('timeline', 3, LIMITS.timelineEvents),
      ];
      expect(await recorded(portal)).toEqual(expected);
      const { 'INC-1': incident } = await incidentsByKey(portal);
      expect(incident.leftOut).toEqual(expected);
      const listed = await portal.asService.listIncidents({
        query: { disposition: ['covered'], leftOut: 'true' },
      });
      expect(listed.items.map(({ key }) => key)).toEqual(['INC-1']);

      // One more note is no news, and counted.
      await send(knex, portal, [
        happened('10 11:00', { kind: 'note', text: 'One more' }),
      ]);
      expect(await recorded(portal)).toEqual(expected);
      const { 'INC-1': again } = await incidentsByKey(portal);
      expect(again.leftOut[2]).toEqual(
        leftOutOf('timeline', 4, LIMITS.timelineEvents),
      );

      // Fewer services fit.
      await send(knex, portal, [
        happened('10 11:01', {
          kind: 'services-changed',
          services: [{ id: 'service-1' }],
        }),
      ]);
      const { 'INC-1': fits } = await incidentsByKey(portal);
      expect(fits.leftOut.map(({ field }) => field)).toEqual([
        'contributors',
        'timeline',
      ]);
      await portal.stop();
    });

    it('includes URLs and the ends of roles', async () => {
      const knex = await databases.init(databaseId);
      const portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
      });
      portal.catalog.entities = CATALOG;
      const url = (length: number) =>
        'https://incidents.example.com/'.padEnd(length, 'x');
      await send(knex, portal, [
        ...declared('10 09:00', { services: SERVICES.slice(0, 1) }),
        happened('10 09:01', { kind: 'described', url: url(LIMITS.url + 30) }),
        ...['person-1', 'nobody'].map(name =>
          happened('10 09:02', {
            kind: 'person-assigned',
            person: { email: `${name}@example.com` },
            role: 'r'.repeat(LIMITS.contributorRole + name.length),
          }),
        ),
      ]);
      const expected = [
        // Of people outside the catalog, nothing was taken over.
        leftOutOf('contributors', 8, LIMITS.contributorRole, 'characters'),
        {
          field: 'links',
          unit: 'characters',
          leftOut: LIMITS.url + 30,
          total: LIMITS.url + 30,
          limit: LIMITS.url,
        },
      ];
      expect(await recorded(portal)).toEqual(expected);
      const { 'INC-1': incident } = await incidentsByKey(portal);
      expect(incident.leftOut).toEqual(expected);
      const { contributors } = await portal.api.getPostmortem({
        params: { id: 'PM-1' },
      });
      expect(contributors.map(({ role }) => role.length)).toEqual([
        LIMITS.contributorRole,
      ]);

      await send(knex, portal, [
        happened('10 09:03', { kind: 'described', url: url(LIMITS.url) }),
      ]);
      const { 'INC-1': fits } = await incidentsByKey(portal);
      expect(fits.leftOut.map(({ field }) => field)).toEqual(['contributors']);
      expect(fits.url).toHaveLength(LIMITS.url);
      await portal.stop();
    });

    it('includes the ends of texts, and what people have no room for', async () => {
      const knex = await databases.init(databaseId);
      const portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
      });
      portal.catalog.entities = CATALOG;
      await send(knex, portal, [
        ...declared('10 09:00', { services: SERVICES.slice(0, 40) }),
        happened('10 09:01', {
          kind: 'described',
          title: 'x'.repeat(LIMITS.title + 7),
        }),
        happened('10 09:30', {
          kind: 'note',
          text: 'y'.repeat(LIMITS.itemMarkdown + 5),
        }),
      ]);
      const texts = [
        leftOutOf('title', 7, LIMITS.title, 'characters'),
        leftOutOf('timeline', 5, LIMITS.itemMarkdown, 'characters'),
      ];
      expect(await recorded(portal)).toEqual(texts);

      const { entityRefs, revision } = await portal.api.getPostmortem({
        params: { id: 'PM-1' },
      });
      await portal.api.updatePostmortem({
        params: { id: 'PM-1' },
        ifMatch: revision,
        body: {
          entityRefs: [
            ...entityRefs,
            ...SERVICES.slice(60, 68).map(name => `component:default/${name}`),
          ],
        },
      });
      await send(knex, portal, [
        happened('10 09:40', {
          kind: 'services-changed',
          services: SERVICES.slice(0, 45).map(id => ({ id })),
        }),
      ]);
      expect(await recorded(portal)).toEqual([
        ...texts,
        leftOutOf('entityRefs', 3, LIMITS.entityRefs),
      ]);
      await portal.stop();
    });
  },
);

it('is recorded again when it has doubled', () => {
  const of = (leftOut: number) => [leftOutOf('timeline', leftOut, 1_000)];
  const numbers: number[] = [];
  let { stored } = leftOutToRecord([], []);
  for (let leftOut = 1; leftOut <= 1_000; leftOut++) {
    const step = leftOutToRecord(stored, of(leftOut));
    stored = step.stored;
    numbers.push(...step.news.map(each => each.leftOut));
  }
  expect(numbers).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
});
