import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  CreateContributingFactor,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  ROLES,
  SECRET,
  aSubject,
  asRole,
  startPortalWithRoles,
} from '../__testUtils__/roles';
import type { Role } from '../__testUtils__/roles';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'Contributing factors, %s',
  databaseId => {
    let portal: TestPortal;
    let imported = 0;

    const add = async (factors: (string | CreateContributingFactor)[]) => {
      const { id } = await portal.api.importPostmortem({
        body: {
          ...aCreate(),
          importKey: `factors-${(imported += 1)}`,
          contributingFactors: factors.map(each =>
            typeof each === 'string' ? { title: each } : each,
          ),
        },
      });
      return id;
    };
    const find = async (text: string, api = portal.api) =>
      (await api.findContributingFactors({ query: { text } })).items;
    const read = (id: string) =>
      portal.asService.getPostmortem({ params: { id } });
    const titlesOf = async (id: string) =>
      (await read(id)).contributingFactors.map(({ title }) => title);
    const merges = async (id: string) => {
      const { items } = await portal.asService.listHistory({
        params: { id },
        query: { action: ['contributing-factor-merged'] },
      });
      return items;
    };

    describe('with a portal', () => {
      beforeEach(async () => {
        portal = await startPortal({ knex: await databases.init(databaseId) });
      });
      afterEach(() => portal.stop());

      it('are found by title and counted per postmortem', async () => {
        await add([
          { title: 'Certificate expired', category: 'process' },
          'Certificate  EXPIRED',
        ]);
        await add([{ title: 'certificaté expired', category: 'change' }]);
        await add([{ title: 'Certificate expired', category: 'process' }]);
        await add(['Certificate']);
        await add(['Certificate pinned', 'No certificate was pinned']);
        await add(['Certificate pinned', 'Pinned too early']);
        await add([{ title: 'Slow disk', description: 'Or a certificate?' }]);

        const expired = {
          title: 'Certificate expired',
          category: 'process',
          postmortems: 3,
        };
        expect(await find('CERTIFICATÉ ')).toEqual([
          { title: 'Certificate', postmortems: 1 },
          expired,
          { title: 'Certificate pinned', postmortems: 2 },
          { title: 'No certificate was pinned', postmortems: 1 },
        ]);
        expect(await find('expi cert')).toEqual([expired]);
        expect(await find('pinned')).toEqual([
          { title: 'Pinned too early', postmortems: 1 },
          { title: 'Certificate pinned', postmortems: 2 },
          { title: 'No certificate was pinned', postmortems: 1 },
        ]);
        expect(await find('100%_"-*')).toEqual([]);
        expect(await find('\u0301')).toEqual([]);
        await add(Array.from({ length: 12 }, (_, n) => `Queue ${n} was full`));
        expect(await find('q')).toHaveLength(10);
        expect(await refusal(find(' '))).toMatchObject({
          status: 400,
          message: expect.stringContaining('text'),
        });
      });

      it('are merged once, and nothing else changes', async () => {
        const [{ id: published }, { id: draft }] = [
          await portal.api.createPostmortem({ body: aCreate() }),
          await portal.api.createPostmortem({ body: aCreate() }),
        ];
        await complete(portal.api, { id: published });
        const both = await add([
          { title: 'CERT expired', category: 'change', description: 'Twice' },
          'Certificate expired',
        ]);
        const other = await add(['Cert expired soon']);
        for (const id of [published, draft]) {
          await portal.api.addContributingFactor({
            params: { id },
            body: { title: 'Cert expired' },
          });
        }
        await publish(portal.api, { id: published });
        const { contentRevision, revision } = await read(both);
        await portal.api.changeStatus({
          params: { id: both },
          body: { to: 'in-review' },
          ifMatch: revision,
        });
        await portal.as('bob').addReview({
          params: { id: both },
          body: { verdict: 'approve', contentRevision },
        });
        const ids = [published, draft, both, other];
        const before = await Promise.all(ids.map(read));
        expect(before.map(({ status }) => status)).toEqual([
          'published',
          'draft',
          'in-review',
          'draft',
        ]);
        expect(before[2].review.approvals).toBe(1);
        portal.clock.now = new Date('2026-03-12T13:00:00.000Z');

        const body = { from: 'cért EXPIRED', into: 'Certificate expired' };
        const merged = await Promise.all(
          ['carol', 'carol', 'bob'].map(user =>
            portal.as(user).mergeContributingFactors({ body }),
          ),
        );
        expect(merged.reduce((sum, { changed }) => sum + changed, 0)).toBe(3);
        expect(await portal.api.mergeContributingFactors({ body })).toEqual({
          changed: 0,
        });

        const after = await Promise.all(ids.map(read));
        const renamed = (postmortem: Postmortem): Postmortem => ({
          ...postmortem,
          updatedAt: portal.clock.now.toISOString(),
          contributingFactors: postmortem.contributingFactors.map(factor =>
            /^cert expired$/i.test(factor.title)
              ? {
                  ...factor,
                  title: body.into,
                  revision: factor.revision + 1,
                }
              : factor,
          ),
        });
        expect(after).toEqual([...before.slice(0, 3).map(renamed), before[3]]);

        const [entry, ...more] = await merges(both);
        expect(more).toEqual([]);
        const [factor] = before[2].contributingFactors;
        expect(entry).toMatchObject({
          actorRef: expect.stringMatching(/^user:default\/(carol|bob)$/),
          field: factor.id,
          before: factor,
          after: { ...factor, title: body.into, revision: 2 },
        });
        expect(await find('Cert')).toEqual([
          {
            title: 'Certificate expired',
            category: 'change',
            postmortems: 3,
          },
          { title: 'Cert expired soon', postmortems: 1 },
        ]);
        const found = await portal.api.listPostmortems({
          query: { q: '"certificate expired"' },
        });
        expect(found.totalItems).toBe(3);
      });

      it('are merged in many postmortems, and when only the spelling differs', async () => {
        const ids = [];
        for (let n = 0; n < 102; n += 1) ids.push(await add(['dns  CACHE']));
        await add(['DNS cache']);
        const body = { from: 'DNS cache', into: 'DNS cache' };
        expect(await portal.api.mergeContributingFactors({ body })).toEqual({
          changed: 102,
        });
        for (const id of [ids[0], ids[100], ids[101]]) {
          expect(await titlesOf(id)).toEqual(['DNS cache']);
        }
        expect(
          await refusal(
            portal.api.mergeContributingFactors({
              body: { from: 'DNS cache', into: '\u0301' },
            }),
          ),
        ).toMatchObject({
          status: 400,
          message: expect.stringContaining('into'),
        });
      });
    });

    it('of hidden postmortems are neither found, counted nor merged', async () => {
      portal = await startPortalWithRoles({
        knex: await databases.init(databaseId),
      });
      const internal = await aSubject(portal, 'internal');
      const restricted = await aSubject(portal, 'restricted');
      for (const role of Object.keys(ROLES) as Role[]) {
        if (role === 'anonymous') continue;
        const { concerned } = ROLES[role];
        const api = asRole(portal, role);
        expect([role, await find(SECRET, api)]).toEqual([
          role,
          concerned ? [{ title: SECRET, postmortems: 1 }] : [],
        ]);
        expect([role, await find('no alert', api)]).toEqual([
          role,
          [{ title: 'No alert fired', postmortems: concerned ? 2 : 1 }],
        ]);
      }
      const body = { from: 'No alert fired', into: 'Nothing alerted' };
      expect(
        await refusal(portal.as('reader').mergeContributingFactors({ body })),
      ).toMatchObject({
        status: 403,
        message: expect.stringContaining('postmortem.curate'),
      });
      expect(
        await portal.as('outsider').mergeContributingFactors({ body }),
      ).toEqual({ changed: 1 });
      expect((await titlesOf(internal))[1]).toBe('Nothing alerted');
      expect(await merges(internal)).toMatchObject([
        { actorRef: 'user:default/outsider' },
      ]);
      expect((await titlesOf(restricted))[1]).toBe('No alert fired');
      expect(await merges(restricted)).toEqual([]);
      await portal.stop();
    });
  },
);
