import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ENTITIES, aCreate, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const SERVICE = 'component:default/side-project';
const BOB = 'user:default/bob';

describe.each(databases.eachSupportedId())(
  'A service owned by a user, %s',
  databaseId => {
    let portal: TestPortal;
    let id: string;

    beforeEach(async () => {
      portal = await startPortal({
        knex: await databases.init(databaseId),
        policy: permission => ({
          result:
            permission.name === 'postmortem.read-restricted'
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      });
      portal.catalog.entities = [
        ...ENTITIES,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'side-project', namespace: 'default' },
          relations: [{ type: 'ownedBy', targetRef: BOB }],
        },
      ];
      const made = await portal.api.createPostmortem({
        body: aCreate({
          entityRefs: [SERVICE],
          commanderRef: 'user:default/alice',
          contributors: [{ userRef: 'user:default/alice', role: 'Scribe' }],
          visibility: 'restricted',
        }),
      });
      id = made.id;
    });
    afterEach(() => portal.stop());

    it('is visible to that user, even if restricted', async () => {
      const { teamRefs } = await portal
        .as('bob')
        .getPostmortem({ params: { id } });
      expect(teamRefs).toEqual([BOB]);
      const { items } = await portal
        .as('bob')
        .listPostmortems({ query: { teamRef: [BOB] } });
      expect(items).toMatchObject([{ id }]);
      const others = await portal.as('carol').listPostmortems({});
      expect(others.items).toEqual([]);
    });

    it('suggests that user as the owner', async () => {
      const { items } = await portal.api.suggestOwners({
        body: { entityRefs: [SERVICE] },
      });
      expect(items).toEqual([
        { userRef: BOB, reasons: ['owns-entity'], ownedBefore: 0 },
      ]);
    });

    it('reminds that user like a team', async () => {
      portal.clock.now = new Date('2026-03-20T12:00:00Z');
      await portal.runTask('remind');
      expect(
        portal.notifications.sent.map(({ recipients }) => recipients),
      ).toContainEqual({ type: 'entity', entityRef: BOB });
    });

    it('forms a group of the report', async () => {
      const { groups } = await portal
        .as('bob')
        .getCompliance({ query: { groupBy: 'team' } });
      expect(groups).toMatchObject([{ key: BOB, total: 1 }]);
    });
  },
);
