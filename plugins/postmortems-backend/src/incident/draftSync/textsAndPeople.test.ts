import { TestDatabases } from '@backstage/backend-test-utils';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../../__testUtils__/FakeSource';
import { ENTITIES, startPortal } from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
  settled,
} from '../../__testUtils__/incidents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const named = (kind: string, name: string, spec?: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  ...(spec && { spec: spec as Record<string, never> }),
});
const CATALOG = [
  ...ENTITIES,
  named('User', 'twin-a', { profile: { email: 'Twin@example.com' } }),
  named('User', 'twin-b', { profile: { email: 'twin@example.com' } }),
  named('User', 'single', { profile: { email: 'single@example.com' } }),
];

/** Sends changes with short keys, whatever their content. */
const send = (knex: Knex, portal: TestPortal, changes: IncidentChange[]) =>
  deliverAndSettle(
    knex,
    portal,
    changes.map((change, index) => ({
      ...change,
      key: `${changes.length} ${index}`,
    })),
  );

describe.each(databases.eachSupportedId())(
  'Texts and people of a source, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
      });
      portal.catalog.entities = CATALOG;
    });
    afterEach(() => portal.stop());

    const latest = async () => {
      const { items } = await portal.api.listPostmortems({ query: {} });
      return portal.api.getPostmortem({ params: { id: items[0].id } });
    };

    it('cuts texts between characters', async () => {
      const title = `${'x'.repeat(LIMITS.title - 1)}🔥 fire`;
      const text = `${'y'.repeat(LIMITS.itemMarkdown - 1)}🔥 more`;
      await send(knex, portal, [
        ...declared('10 09:00'),
        happened('10 09:01', { kind: 'described', title }),
        happened('10 09:02', { kind: 'note', text }),
      ]);
      const postmortem = await latest();
      expect(postmortem.title).toBe('x'.repeat(LIMITS.title - 1));
      const { items } = await portal.api.listTimelineEvents({
        params: { id: postmortem.id },
      });
      expect(items.map(event => event.text)).toContain(
        'y'.repeat(LIMITS.itemMarkdown - 1),
      );
    });

    it('matches no user if several have the same address', async () => {
      await send(knex, portal, [
        ...declared('10 09:00'),
        happened('10 09:00', {
          kind: 'person-assigned',
          person: { email: 'TWIN@example.com' },
          role: 'incident commander',
          commander: true,
        }),
        happened('10 09:00', {
          kind: 'person-assigned',
          person: { email: 'Single@example.com' },
          role: 'responder',
        }),
      ]);
      const postmortem = await latest();
      expect(postmortem.commanderRef).toBeUndefined();
      expect(postmortem.contributors).toEqual([
        { userRef: 'user:default/single', role: 'responder' },
      ]);

      // Operators learn why, without the address.
      const shared = async () => {
        const { items } = await portal.api.listIncidentSources({});
        return items[0].sharedAddresses;
      };
      expect(await shared()).toEqual([
        {
          address: 't…@example.com',
          userRefs: ['user:default/twin-a', 'user:default/twin-b'],
          incidents: 1,
        },
      ]);

      // The incident catches up when the catalog tells them apart.
      portal.catalog.entities = CATALOG.filter(
        ({ metadata }) => metadata.name !== 'twin-b',
      );
      await portal.runTask('try-incidents-again');
      await portal.runTask('try-incidents-again');
      await settled(knex, portal);
      expect(await shared()).toEqual([]);
      expect((await latest()).commanderRef).toBe('user:default/twin-a');
    });
  },
);
