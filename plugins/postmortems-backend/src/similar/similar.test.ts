import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  FindSimilarQuery,
  PostmortemsApi,
  SimilarityReason,
} from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { fill, isRestricted, serviceRef } from '../__testUtils__/fill';
import {
  ENTITIES,
  aCreate,
  ownedBy,
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
import { rebuildIndex } from '../__testUtils__/searchIndex';
import { describePairs, restate } from './__testUtils__/pairs';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** An entity with relations, besides its owner. */
function related(
  name: string,
  relations: { type: string; targetRef: string }[],
): Entity {
  const entity = ownedBy('checkout', 'Component', name);
  return { ...entity, relations: [...entity.relations!, ...relations] };
}

const SHOP: Entity[] = [
  related('checkout-api', [
    { type: 'dependsOn', targetRef: 'component:default/edge-proxy' },
    { type: 'partOf', targetRef: 'system:default/shop' },
  ]),
  related('edge-proxy', [
    { type: 'dependencyOf', targetRef: 'component:default/checkout-api' },
  ]),
  related('catalogue', []),
  {
    ...ownedBy('checkout', 'System', 'shop'),
    relations: [
      { type: 'hasPart', targetRef: 'component:default/checkout-api' },
      { type: 'hasPart', targetRef: 'component:default/catalogue' },
    ],
  },
  ...ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout-api'),
];

describe.each(databases.eachSupportedId())(
  'Similar postmortems, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;

    const find = async (
      query: FindSimilarQuery,
      api: PostmortemsApi = portal.api,
    ): Promise<[string, SimilarityReason[]][]> => {
      const { items } = await api.findSimilarPostmortems({ query });
      return items.map(({ id, reasons }) => [id, reasons]);
    };
    const start = async (
      title: string,
      service = 'checkout-api',
      labels: string[] = [],
    ) => {
      const { id, revision } = await portal.api.createPostmortem({
        body: aCreate({ title, entityRefs: [`component:default/${service}`] }),
      });
      await portal.api.updatePostmortem({
        params: { id },
        body: { labels },
        ifMatch: revision,
      });
      return id;
    };

    describe('with a portal', () => {
      beforeEach(async () => {
        knex = await databases.init(databaseId);
        portal = await startPortal({ knex });
        portal.catalog.entities = SHOP;
      });
      afterEach(() => portal.stop());

      it('are ordered by what they have in common, with reasons', async () => {
        const same = await start('Payments failed: a certificate had expired');
        const upstream = await start('Old certificates expired', 'edge-proxy');
        const part = await start(
          'Certificate of the search expired',
          'catalogue',
          ['tls'],
        );
        const elsewhere = await start('The DNS cache was stale', 'orphan');
        for (const id of [same, elsewhere]) {
          await portal.api.addContributingFactor({
            params: { id },
            body: { title: 'Nobody was alerted' },
          });
        }
        await start('Slow queries', 'checkout-api');
        await start('Disk full', 'orphan');

        const facts: FindSimilarQuery = {
          title: 'Checkout is down: expired certificate',
          entityRef: ['component:default/checkout-api'],
          label: ['tls'],
          factor: ['nobody was ALERTED'],
        };
        const words = {
          kind: 'shared-words',
          values: ['certificate', 'expired'],
        };
        const factor = { kind: 'same-factor', values: ['Nobody was alerted'] };
        expect(await find(facts)).toEqual([
          [
            same,
            [words, factor, { kind: 'same-entity', values: facts.entityRef }],
          ],
          [
            part,
            [
              words,
              { kind: 'same-label', values: ['tls'] },
              { kind: 'same-system', values: ['component:default/catalogue'] },
            ],
          ],
          [
            upstream,
            [
              words,
              { kind: 'depends-on', values: ['component:default/edge-proxy'] },
            ],
          ],
          [elsewhere, [factor]],
        ]);
        // From the other side, and never itself.
        const ofUpstream = await find({ postmortemId: upstream });
        expect(ofUpstream[0]).toEqual([
          same,
          [
            words,
            {
              kind: 'dependency-of',
              values: ['component:default/checkout-api'],
            },
          ],
        ]);
        expect(ofUpstream.map(([id]) => id)).not.toContain(upstream);
      });

      it('are found without the catalog, and need more in common than entities', async () => {
        const old = await start('An expired certificate');
        await start('Slow queries');
        portal.catalog.down = true;
        const entityRef = ['component:default/checkout-api'];
        const title = 'Certificate expired';
        expect((await find({ title, entityRef })).map(([id]) => id)).toEqual([
          old,
        ]);
        expect(await find({ entityRef })).toEqual([]);
        expect(await find({ title: '!? 🔥 the and 500' })).toEqual([]);
        expect(
          await refusal(portal.api.findSimilarPostmortems({ query: {} })),
        ).toMatchObject({
          status: 400,
          message: expect.stringMatching(/postmortemId/),
        });
        expect(await refusal(find({ postmortemId: 'PM-99' }))).toMatchObject({
          status: 404,
        });
      });
    });

    it('never contain restricted postmortems of others', async () => {
      portal = await startPortalWithRoles({
        knex: await databases.init(databaseId),
      });
      const hidden = await aSubject(portal, 'restricted');
      const internal = await aSubject(portal, 'internal');
      const query: FindSimilarQuery = {
        title: `${SECRET} returned 500s`,
        text: `${SECRET} was slow`,
        entityRef: ['component:default/checkout-api'],
        factor: [SECRET],
      };
      const roles = Object.keys(ROLES) as Role[];
      for (const role of roles.filter(each => each !== 'anonymous')) {
        const api = asRole(portal, role);
        const found = [
          ...(await find(query, api)),
          ...(await find({ postmortemId: internal }, api)),
        ];
        const { concerned } = ROLES[role];
        expect([role, found.some(([id]) => id === hidden)]).toEqual([
          role,
          concerned,
        ]);
        expect([role, JSON.stringify(found).includes(SECRET)]).toEqual([
          role,
          concerned,
        ]);
      }
      await portal.stop();
    });

    it('include at least 90 % of the planted pairs in a generated corpus', async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({ knex });
      const services = 60;
      const size = {
        postmortems: 1_000,
        actionItems: 1,
        withActionItems: 1_000,
        entities: services,
        teams: 20,
      };
      await fill(knex, size, portal.clock.now);
      portal.catalog.entities = Array.from(
        { length: services },
        (_, number) => ({
          ...ownedBy('checkout', 'Component', `service-${number}`),
          relations: [
            {
              type: 'dependsOn',
              targetRef: serviceRef((number + 1) % services),
            },
            {
              type: 'dependencyOf',
              targetRef: serviceRef((number + services - 1) % services),
            },
          ],
        }),
      );
      const pairs = describePairs({ ...size, seed: 8, pairs: 20 });
      await restate(knex, pairs.texts);
      await rebuildIndex(knex);
      await knex.raw('analyze');

      const seen = await Promise.all(
        pairs.planted.flatMap(([one, other]) =>
          [
            [one, other],
            [other, one],
          ].map(async ([from, to]) => {
            const query = { postmortemId: `PM-${from}` };
            const found = await find(query, portal.asService);
            return found.some(([id]) => id === `PM-${to}`);
          }),
        ),
      );
      const share = seen.filter(Boolean).length / seen.length;
      expect(share).toBeGreaterThanOrEqual(0.9);

      const asAlice = await find({ title: pairs.texts[0].title });
      expect(
        asAlice.filter(([id]) => isRestricted(Number(id.slice(3)))),
      ).toEqual([]);
      await portal.stop();
    });
  },
);
