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
      expect(groups).toMatchObject([
        { key: 'none', total: 1 },
        { key: BOB, total: 1 },
      ]);
    });

    it('has no team, in every list and report', async () => {
      const bob = portal.as('bob');
      const { id: team } = await bob.createPostmortem({ body: aCreate() });
      const { id: both } = await bob.createPostmortem({
        body: aCreate({
          entityRefs: [SERVICE, 'component:default/checkout-api'],
        }),
      });
      const { id: orphan } = await bob.createPostmortem({
        body: aCreate({ entityRefs: ['component:default/orphan'] }),
      });
      for (const [index, number] of [id, team, both, orphan, id].entries()) {
        await bob.addActionItem({
          params: { id: number },
          body: {
            title: 'Flush in steps',
            kind: 'prevent',
            priority: 'P2',
            ownerRef: index === 4 ? 'group:default/checkout' : BOB,
          },
        });
      }

      for (const [teamRef, ids, items] of [
        [['none'], [id, orphan], [`${id}/A1`, `${orphan}/A1`]],
        [[BOB], [id, both], [`${id}/A1`, `${both}/A1`, `${id}/A2`]],
        [
          ['none', 'group:default/checkout'],
          [id, team, both, orphan],
          [id, team, both, orphan].map(each => `${each}/A1`).concat(`${id}/A2`),
        ],
      ]) {
        const query = { teamRef, subTeams: 'include' as const };
        const found = await bob.listPostmortems({ query });
        expect(found.items.map(each => each.id).sort()).toEqual(ids.sort());
        expect(found.totalItems).toBe(ids.length);
        const work = await bob.listActionItems({
          query: { ...query, status: ['proposed'] },
        });
        expect(work.items.map(each => each.id).sort()).toEqual(items.sort());
        const report = await bob.getCompliance({
          query: { ...query, groupBy: 'team' },
        });
        expect(report.overall.total).toBe(ids.length);
        const summary = await bob.summarizeActionItems({
          query: { ...query, groupBy: 'team', status: ['proposed'] },
        });
        expect(summary.overall.total).toBe(items.length);
        // The row of a group counts what its link lists.
        const none = teamRef.includes('none');
        const total = (groups: { key: string; total: number }[]) =>
          groups.find(({ key }) => key === 'none')?.total;
        expect(total(report.groups)).toBe(none ? 2 : undefined);
        expect(total(summary.groups)).toBe(none ? 2 : undefined);
      }
      const { groups } = await bob.getCompliance({
        query: { groupBy: 'team' },
      });
      expect(
        Object.fromEntries(groups.map(({ key, total }) => [key, total])),
      ).toEqual({ [BOB]: 2, 'group:default/checkout': 2, none: 2 });
    });
  },
);
