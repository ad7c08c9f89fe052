import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  FAKE_SOURCE,
  FakeSource,
  withSource,
} from '../../__testUtils__/FakeSource';
import { refusal, startPortal } from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  incidentsByKey,
  settled,
} from '../../__testUtils__/incidents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const service = (word: string) =>
  ({ source: FAKE_SOURCE, kind: 'service', word } as const);
const severity = (word: string) =>
  ({ source: FAKE_SOURCE, kind: 'severity', word } as const);

describe.each(databases.eachSupportedId())(
  'Mappings made in the portal, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
        config: {
          postmortems: {
            incidentSources: {
              [FAKE_SOURCE]: {
                severities: { Frightful: 'SEV-2' },
                services: { 'Front End': 'component:default/checkout-web' },
              },
            },
          },
        },
      });
    });
    afterEach(() => portal.stop());

    const mappings = async () => {
      const { items } = await portal.api.listIncidentMappings({});
      return items.filter(({ origin }) => origin === 'portal');
    };

    it('release blocked incidents at once, and say who made them', async () => {
      await deliverAndSettle(knex, portal, [
        ...declared('10 09:00', {
          severity: 'Apocalyptic',
          services: ['nobody/knows'],
        }),
      ]);
      await portal.as('bob').putIncidentMapping({
        query: severity(' apocalyptic '),
        body: { severity: 'P1' },
      });
      await settled(knex, portal);
      expect((await incidentsByKey(portal))['INC-1'].blockedBy).toBe(
        'services',
      );
      await portal.api.putIncidentMapping({
        query: service('nobody/knows'),
        body: { entityRefs: ['resource:default/payments-db'] },
      });
      await settled(knex, portal);

      const postmortem = await portal.api.getPostmortem({
        params: { id: 'PM-1' },
      });
      expect(postmortem).toMatchObject({
        governingSeverity: 'SEV-1',
        entityRefs: ['resource:default/payments-db'],
        teamRefs: ['group:default/platform'],
      });
      expect(await mappings()).toEqual([
        {
          ...service('nobody/knows'),
          sourceTitle: expect.any(String),
          entityRefs: ['resource:default/payments-db'],
          origin: 'portal',
          overridden: false,
          createdBy: 'user:default/alice',
          createdAt: portal.clock.now.toISOString(),
        },
        expect.objectContaining({
          ...severity('apocalyptic'),
          severity: 'SEV-1',
          createdBy: 'user:default/bob',
        }),
      ]);

      // A corrected mapping corrects the draft.
      await portal.api.putIncidentMapping({
        query: service('Nobody/Knows'),
        body: { entityRefs: ['component:default/checkout-api'] },
      });
      await settled(knex, portal);
      const corrected = await portal.api.getPostmortem({
        params: { id: 'PM-1' },
      });
      expect(corrected.entityRefs).toEqual(['component:default/checkout-api']);
      expect(await mappings()).toHaveLength(2);
    });

    it('can be removed, which later incidents notice', async () => {
      await portal.api.putIncidentMapping({
        query: service('odd'),
        body: { entityRefs: ['component:default/checkout-api'] },
      });
      await deliverAndSettle(
        knex,
        portal,
        declared('10 09:00', { services: ['odd'] }),
      );
      const { items } = await portal.api.removeIncidentMapping({
        query: service('ODD'),
      });
      expect(items.every(({ origin }) => origin === 'configuration')).toBe(
        true,
      );
      await deliverAndSettle(
        knex,
        portal,
        declared('10 10:00', { incident: 'INC-2', services: ['odd'] }),
      );
      const incidents = await incidentsByKey(portal);
      expect(incidents['INC-1'].disposition).toBe('covered');
      expect(incidents['INC-2'].blockedBy).toBe('services');
      // Repeating it changes nothing.
      await portal.api.removeIncidentMapping({ query: service('odd') });
    });

    it('yield to the configuration, which is listed too', async () => {
      await portal.api.putIncidentMapping({
        query: service('front end'),
        body: { entityRefs: ['component:default/checkout-api'] },
      });
      await portal.api.putIncidentMapping({
        query: severity('FRIGHTFUL'),
        body: { severity: 'SEV-1' },
      });
      await deliverAndSettle(
        knex,
        portal,
        declared('10 09:00', {
          severity: 'frightful',
          services: ['Front End'],
        }),
      );
      expect(
        await portal.api.getPostmortem({ params: { id: 'PM-1' } }),
      ).toMatchObject({
        governingSeverity: 'SEV-2',
        entityRefs: ['component:default/checkout-web'],
      });
      const { items } = await portal.api.listIncidentMappings({});
      expect(
        items.map(({ word, origin, overridden }) => [word, origin, overridden]),
      ).toEqual([
        ['front end', 'configuration', false],
        ['frightful', 'configuration', false],
        ['front end', 'portal', true],
        ['FRIGHTFUL', 'portal', true],
      ]);
    });

    it('must have existing targets of the right kind', async () => {
      const put = (
        query: ReturnType<typeof service> | ReturnType<typeof severity>,
        body: { entityRefs?: string[]; severity?: string },
      ) => refusal(portal.api.putIncidentMapping({ query, body }));
      expect(
        await put(service('odd'), {
          entityRefs: ['component:default/missing'],
        }),
      ).toMatchObject({
        status: 400,
        message: expect.stringContaining('is not in the catalog'),
      });
      expect(await put(service('odd'), { severity: 'SEV-1' })).toMatchObject({
        status: 400,
        message: 'entityRefs is required',
      });
      expect(await put(severity('odd'), { severity: 'SEV-9' })).toMatchObject({
        status: 400,
        message: expect.stringContaining('severity must be one of'),
      });
      const unknown = { ...severity('odd'), source: 'unknown' };
      expect(
        await refusal(
          portal.api.putIncidentMapping({
            query: unknown,
            body: { severity: 'SEV-1' },
          }),
        ),
      ).toMatchObject({
        status: 400,
        message: 'source must be one of fake, not "unknown"',
      });
      expect(await mappings()).toEqual([]);
    });
  },
);
