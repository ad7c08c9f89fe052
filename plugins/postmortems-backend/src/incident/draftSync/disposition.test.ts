import { TestDatabases } from '@backstage/backend-test-utils';
import { incidentDispositionSchema } from 'backstage-plugin-postmortems-common';
import type { JsonObject } from '@backstage/types';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../../__testUtils__/FakeSource';
import { ENTITIES, ownedBy, startPortal } from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
  settled,
} from '../../__testUtils__/incidents';
import { POLICY } from '../../__testUtils__/roles';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'Disposition of incidents, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(() => portal.stop());

    async function start(postmortems?: JsonObject) {
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
        config: { postmortems },
        policy: POLICY,
        groups: { member: ['group:default/checkout'] },
      });
    }
    const tell = (...changes: IncidentChange[]) =>
      deliverAndSettle(knex, portal, changes);
    async function standings() {
      const { items } = await portal.asService.listIncidents({
        query: { disposition: incidentDispositionSchema.options },
      });
      return Object.fromEntries(
        items.map(({ key, disposition, notRequiredBecause, blockedBy }) => [
          key,
          [disposition, notRequiredBecause ?? blockedBy].filter(Boolean).join(),
        ]),
      );
    }
    const postmortems = async () =>
      (await portal.asService.listPostmortems({ query: {} })).items.map(
        ({ id }) => id,
      );
    const read = (id: string): Promise<Postmortem> =>
      portal.asService.getPostmortem({ params: { id } });
    async function tryAgain() {
      await portal.runTask('try-incidents-again');
      await settled(knex, portal);
    }
    const described = (incident: string, more: object) =>
      happened('10 09:01', { kind: 'described', ...more }, incident);

    it('depends on the governing severity and on exclusions', async () => {
      await start();
      await tell(
        ...declared('10 09:00', { incident: 'low', severity: 'P3' }),
        ...declared('10 09:00', { incident: 'lowered', severity: 'P2' }),
        happened(
          '10 09:30',
          { kind: 'severity-changed', severity: 'P5' },
          'lowered',
        ),
        happened('10 09:00', { kind: 'declared' }, 'none'),
        ...declared('10 09:00', { incident: 'false alarm' }),
        happened('10 09:40', { kind: 'cancelled' }, 'false alarm'),
        ...declared('10 09:00', { incident: 'drill' }),
        described('drill', { drill: true }),
        ...declared('10 09:00', { incident: 'labelled' }),
        described('labelled', { labels: ['Test', 'x'] }),
      );
      expect(await standings()).toEqual({
        low: 'not-required,severity',
        lowered: 'covered',
        none: 'not-required,no-severity',
        'false alarm': 'covered',
        drill: 'not-required,drill',
        labelled: 'not-required,label',
      });
      const { items } = await portal.asService.listPostmortems({
        query: { outcome: ['false-alarm'] },
      });
      expect(items).toMatchObject([
        { resolvedAt: '2026-03-10T09:40:00.000Z', governingSeverity: 'SEV-1' },
      ]);
    });

    it('depends on the configuration', async () => {
      await start({
        incidents: { severities: ['P3'], exclude: { labels: ['staging'] } },
        incidentSources: { fake: { severities: { Kritisch: 'SEV-3' } } },
      });
      await tell(
        ...declared('10 09:00', { incident: 'high' }),
        ...declared('10 09:00', { incident: 'mapped', severity: 'KRITISCH' }),
        ...declared('10 09:00', { incident: 'staging', severity: 'P3' }),
        described('staging', { labels: ['staging'] }),
        ...declared('10 09:00', { incident: 'drill', severity: 'P3' }),
        described('drill', { labels: ['drill'] }),
      );
      expect(await standings()).toEqual({
        high: 'not-required,severity',
        mapped: 'covered',
        staging: 'not-required,label',
        drill: 'covered',
      });
    });

    it('waits for missing mappings, and is retried', async () => {
      await start();
      await tell(
        ...declared('10 09:00', { incident: 'INC-1', services: ['P7X'] }),
        ...declared('10 09:00', { incident: 'INC-2', severity: 'Sev Zero' }),
        ...declared('10 09:00', {
          incident: 'INC-3',
          services: ['checkout api', 'chekout web', 'P7X'],
        }),
        ...declared('10 09:00', { incident: 'INC-4', services: [] }),
      );
      expect(await standings()).toEqual({
        'INC-1': 'waiting,services',
        'INC-2': 'waiting,severity',
        'INC-3': 'covered',
        'INC-4': 'waiting,services',
      });
      const { items } = await portal.asService.listUnmappedServices({});
      expect(items).toMatchObject([
        {
          id: 'P7X',
          incidents: 2,
          waitingIncidents: 1,
          annotations: ['fake.example.com/service-id'],
          suggestions: [],
        },
        {
          id: 'chekout web',
          incidents: 1,
          waitingIncidents: 0,
          suggestions: [
            { entityRef: 'component:default/checkout-web' },
            { entityRef: 'component:default/checkout-api' },
          ],
        },
      ]);
      const [source] = (await portal.asService.listIncidentSources({})).items;
      expect(source).toMatchObject({
        waitingIncidents: 3,
        unmappedServices: 2,
        unknownSeverities: [{ severity: 'Sev Zero', incidents: 1 }],
      });

      // The first run after a start retries everything, later ones only new mappings.
      await tryAgain();
      const payments = ownedBy('platform', 'Component', 'payments');
      payments.metadata.annotations = {
        'fake.example.com/service-id': 'p6x, p7x',
      };
      portal.catalog.entities = [...ENTITIES, payments];
      // The catalog is cached for a minute.
      portal.clock.now = new Date(portal.clock.now.getTime() + 60_000);
      await tryAgain();
      expect(await standings()).toMatchObject({
        'INC-1': 'covered',
        'INC-2': 'waiting,severity',
      });
      const mapped = (await postmortems()).map(read);
      expect(
        (await Promise.all(mapped)).map(({ title, entityRefs }) => [
          title.slice(0, 5),
          entityRefs,
        ]),
      ).toEqual([
        ['INC-1', ['component:default/payments']],
        [
          'INC-3',
          ['component:default/checkout-api', 'component:default/payments'],
        ],
      ]);

      await portal.stop();
      await start({
        incidentSources: {
          fake: {
            severities: { 'sev zero': 'SEV-1' },
            defaultEntities: ['component:checkout-web'],
          },
        },
      });
      await tryAgain();
      expect(Object.values(await standings())).toEqual(
        Array(4).fill('covered'),
      );
    });

    it('maps services as configured, else by annotation, else by name', async () => {
      await start({
        incidentSources: {
          fake: {
            services: {
              P1: ['component:checkout-api', 'resource:payments-db'],
              'checkout-web': 'component:orphan',
              gone: 'component:gone',
            },
            matchByName: false,
          },
        },
      });
      await tell(
        ...declared('10 09:00', { incident: 'configured', services: ['p1'] }),
        ...declared('10 09:00', {
          incident: 'over name',
          services: ['Checkout-Web'],
        }),
        ...declared('10 09:00', { incident: 'gone', services: ['gone'] }),
        ...declared('10 09:00', {
          incident: 'by name',
          services: ['checkout-api'],
        }),
        ...declared('10 09:00', { incident: 'known', services: [] }),
        happened(
          '10 09:01',
          {
            kind: 'services-changed',
            services: [
              { id: '9', entityRef: 'component:default/checkout-api' },
            ],
          },
          'known',
        ),
      );
      expect(await standings()).toEqual({
        configured: 'covered',
        'over name': 'covered',
        gone: 'waiting,services',
        'by name': 'waiting,services',
        known: 'covered',
      });
      // A mapping to a missing entity counts as unmapped.
      const unmapped = await portal.asService.listUnmappedServices({});
      expect(unmapped.items.map(({ id }) => id)).toEqual([
        'checkout-api',
        'gone',
      ]);
      const { items } = await portal.asService.listPostmortems({
        query: { entityRef: ['resource:default/payments-db'] },
      });
      expect(items).toMatchObject([
        {
          entityRefs: [
            'component:default/checkout-api',
            'resource:default/payments-db',
          ],
        },
      ]);
    });

    describe('merged', () => {
      const merge = (time: string, incident: string, into: string) =>
        happened(time, { kind: 'merged', into }, incident);
      const SEVERE = declared('10 09:00', { incident: 'A', severity: 'P1' });
      const MINOR = declared('10 08:00', {
        incident: 'B',
        severity: 'P4',
        services: ['payments-db'],
      });

      it.each([
        ['in order', [SEVERE, MINOR, [merge('10 09:30', 'A', 'B')]]],
        ['first of all', [[merge('10 09:30', 'A', 'B')], SEVERE, MINOR]],
        ['before the other', [SEVERE, [merge('10 09:30', 'A', 'B')], MINOR]],
        ['at once', [[...SEVERE, ...MINOR, merge('10 09:30', 'A', 'B')]]],
      ])(
        'is covered by the survivor’s postmortem, which is no less severe; order %s',
        async (_order, parts) => {
          await start();
          for (const part of parts) await tell(...part);
          expect(await standings()).toEqual({ A: 'merged', B: 'covered' });
          const [id, ...others] = await postmortems();
          expect(others).toEqual([]);
          expect(await read(id)).toMatchObject({
            title: 'B: Checkout is down',
            governingSeverity: 'SEV-1',
            severity: 'SEV-4',
            startedAt: '2026-03-10T08:00:00.000Z',
            entityRefs: [
              'resource:default/payments-db',
              'component:default/checkout-api',
            ],
            incidents: [
              { key: 'B' },
              { key: 'A', mergedInto: { key: 'B', postmortemId: id } },
            ],
          });
          expect((await read(id)).severityHistory).toEqual([
            { severity: 'SEV-4', at: '2026-03-10T08:00:00.000Z' },
            { severity: 'SEV-1', at: '2026-03-10T09:00:00.000Z' },
            { severity: 'SEV-4', at: '2026-03-10T09:30:00.000Z' },
          ]);
        },
      );

      it('keeps an edited postmortem, with a link to the other', async () => {
        await start();
        await tell(...SEVERE);
        await portal.as('alice').putSection({
          params: { id: 'PM-1', key: 'summary' },
          body: { markdown: 'We know already' },
          ifMatch: 0,
        });
        await tell(
          ...declared('10 08:00', { incident: 'B' }),
          merge('10 09:30', 'A', 'B'),
        );
        expect(await standings()).toEqual({ A: 'covered', B: 'covered' });
        expect((await read('PM-1')).incidents).toMatchObject([
          {
            key: 'A',
            mergedInto: {
              key: 'B',
              url: 'https://incidents.example.com/B',
              postmortemId: 'PM-2',
            },
          },
        ]);
        // It still follows its own incident.
        await tell(happened('10 10:00', { kind: 'resolved' }, 'A'));
        expect((await read('PM-1')).resolvedAt).toBe(
          '2026-03-10T10:00:00.000Z',
        );
      });

      it('into an unknown incident, counts as unmerged', async () => {
        await start();
        await tell(...SEVERE, merge('10 09:30', 'A', 'B'));
        expect(await standings()).toEqual({ A: 'covered' });
      });

      it('in a chain or cycle, has one survivor', async () => {
        await start();
        await tell(
          ...SEVERE,
          ...MINOR,
          ...declared('10 07:00', { incident: 'C', severity: 'P4' }),
          merge('10 09:30', 'A', 'B'),
          merge('10 09:40', 'B', 'C'),
        );
        expect(await standings()).toEqual({
          A: 'merged',
          B: 'merged',
          C: 'covered',
        });
        expect(await postmortems()).toHaveLength(1);
        await tell(merge('10 09:50', 'C', 'A'));
        expect(await standings()).toEqual({
          A: 'covered',
          B: 'merged',
          C: 'merged',
        });
        const [id, ...others] = await postmortems();
        expect(others).toEqual([]);
        expect(await read(id)).toMatchObject({
          title: 'A: Checkout is down',
          governingSeverity: 'SEV-1',
        });
      });
    });

    it('removes an untouched draft once it turns out to be a drill', async () => {
      await start();
      await tell(
        ...declared('10 09:00'),
        ...declared('10 09:00', { incident: 'INC-2' }),
      );
      await portal.as('alice').addComment({
        params: { id: 'PM-2' },
        body: { markdown: 'Already on it' },
      });
      await tell(
        described('INC-1', { drill: true }),
        described('INC-2', { drill: true }),
      );
      expect(await standings()).toEqual({
        'INC-1': 'not-required,drill',
        'INC-2': 'covered',
      });
      expect(await postmortems()).toEqual(['PM-2']);
    });

    it('hides private incidents', async () => {
      await start();
      await tell(
        ...declared('10 09:00', { incident: 'covered' }),
        described('covered', { private: true }),
        ...declared('10 09:00', { incident: 'waiting', services: ['P7X'] }),
        described('waiting', { private: true }),
        ...declared('10 09:00', { incident: 'open', services: ['P7X'] }),
      );
      expect(await read('PM-1')).toMatchObject({ visibility: 'restricted' });
      const seenBy = async (user: string) => {
        const { items, totalItems } = await portal.as(user).listIncidents({
          query: { disposition: incidentDispositionSchema.options },
        });
        expect(totalItems).toBe(items.length);
        return items.map(({ key }) => key).sort();
      };
      expect(await seenBy('outsider')).toEqual(['open']);
      expect(await seenBy('member')).toEqual(['covered', 'open']);
      expect(await seenBy('auditor')).toEqual(['covered', 'open', 'waiting']);

      // Restricting the postmortem also hides its incident.
      await tell(...declared('10 09:00', { incident: 'hidden' }));
      expect(await seenBy('outsider')).toEqual(['hidden', 'open']);
      const { revision } = await read('PM-2');
      await portal.as('auditor').updatePostmortem({
        params: { id: 'PM-2' },
        body: { visibility: 'restricted' },
        ifMatch: revision,
      });
      expect(await seenBy('outsider')).toEqual(['open']);
    });

    it('shows failures to operators only', async () => {
      await start();
      await tell(...declared('10 09:00', { services: ['P7X'] }));
      portal.catalog.down = true;
      portal.clock.now = new Date(portal.clock.now.getTime() + 60_000);
      await tell(happened('10 09:01', { kind: 'note', text: 'x' }));
      const told = async (user: string) =>
        (await portal.as(user).listIncidents({ query: {} })).items.map(
          ({ blockedBy, error }) => [blockedBy, error !== undefined],
        );
      expect(await told('reader')).toEqual([['failed', false]]);
      expect(await told('auditor')).toEqual([['failed', true]]);
    });

    it('is filtered by entity, team and source', async () => {
      await start();
      await tell(
        ...declared('10 09:00'),
        ...declared('11 09:00', {
          incident: 'INC-2',
          services: ['payments-db'],
        }),
        ...declared('09 09:00', { incident: 'INC-3', services: ['P7X'] }),
      );
      const keys = async (query: object) => {
        const found = await portal.asService.listIncidents({
          query: { disposition: incidentDispositionSchema.options, ...query },
        });
        return found.items.map(({ key }) => key);
      };
      expect(await keys({})).toEqual(['INC-2', 'INC-1', 'INC-3']);
      expect(
        await keys({ entityRef: ['resource:default/payments-db'] }),
      ).toEqual(['INC-2']);
      expect(await keys({ teamRef: ['group:default/checkout'] })).toEqual([
        'INC-1',
      ]);
      expect(
        await keys({
          teamRef: ['group:default/checkout', 'none'],
          subTeams: 'include',
        }),
      ).toEqual(['INC-1', 'INC-3']);
      expect(await keys({ source: ['other'] })).toEqual([]);
      expect(await keys({ startedAfter: '2026-03-10T09:00:00Z' })).toEqual([
        'INC-2',
        'INC-1',
      ]);
      const first = await portal.asService.listIncidents({
        query: { disposition: incidentDispositionSchema.options, limit: 2 },
      });
      expect(
        await keys({ limit: 2, cursor: first.pageInfo.nextCursor }),
      ).toEqual(['INC-3']);
    });
  },
);
