import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { CatalogLookup } from '../team/CatalogLookup';
import { Linking } from '../team/Linking';
import { refreshOwningTeams } from './refreshOwningTeams';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { FULL_ACCESS } from '../kernel/access/Access';
import { createSharedContext } from '../context';
import { fill } from '../__testUtils__/fill';
import {
  ENTITIES,
  aCreate,
  complete,
  ownedBy,
  publish,
  startPortal,
} from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

async function refresh(
  knex: Knex,
  entities: typeof ENTITIES,
  time = { now: new Date('2026-03-13T00:00:00Z') },
  catalog = catalogServiceMock({ entities }),
) {
  const getEntitiesByRefs = jest.spyOn(catalog, 'getEntitiesByRefs');
  const context = {
    ...createSharedContext({
      knex,
      policy: readPolicyConfig(mockServices.rootConfig()),
      linking: new Linking(
        new CatalogLookup({
          catalog,
          logger: mockServices.logger.mock(),
          sleep: async () => {},
        }),
      ),
      clock: () => time.now,
      onCommitted: () => {},
    }),
    access: FULL_ACCESS,
  };
  const changed = await refreshOwningTeams(context, mockServices.auth());
  return { changed, calls: getEntitiesByRefs.mock.calls.length };
}

it.each(databases.eachSupportedId())(
  'updates teams of open work after a reorganization, but not of published postmortems, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const portal = await startPortal({ knex });
    const { api } = portal;
    const open = await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/bob' }),
    });
    const finished = await api.createPostmortem({ body: aCreate() });
    await complete(api, finished);
    await publish(api, finished);
    await api.addActionItem({
      params: { id: finished.id },
      body: { title: 'Alert on it', kind: 'detect', priority: 'P2' },
    });
    const gone = await api.createPostmortem({
      body: aCreate({
        entityRefs: ['component:default/checkout-web'],
        ownerRef: 'user:default/alice',
      }),
    });

    const reorganised = [
      ...ENTITIES.filter(
        ({ metadata }) =>
          !['checkout-api', 'checkout-web'].includes(metadata.name),
      ),
      ownedBy('platform', 'Component', 'checkout-api'),
    ];
    // One request each for entities, groups and people, however many postmortems are open.
    expect(await refresh(knex, reorganised)).toEqual({ changed: 1, calls: 3 });
    const written: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/^(insert into|delete from|update) .action_item/.test(sql)) {
        written.push(sql);
      }
    });
    expect(await refresh(knex, reorganised)).toEqual({ changed: 0, calls: 3 });
    expect(written).toEqual([]);
    knex.removeAllListeners('query');

    const teamsOf = async ({ id }: { id: string }) =>
      (await api.getPostmortem({ params: { id } })).teamRefs;
    expect(await teamsOf(open)).toEqual(['group:default/platform']);
    expect(await teamsOf(finished)).toEqual(['group:default/checkout']);
    expect(await teamsOf(gone)).toEqual(['group:default/checkout']);

    const { items } = await api.listHistory({ params: open });
    // Its running deadline keeps the previous team's calendar.
    expect(items[0]).toMatchObject({
      actorRef: 'plugin:postmortems',
      action: 'teams-changed',
      before: ['group:default/checkout'],
      after: ['group:default/platform'],
    });
    await portal.stop();
  },
);

it.each(databases.eachSupportedId())(
  'returns a postmortem to the team once its owner has left, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const portal = await startPortal({ knex });
    const { api } = portal;
    const { id } = await api.createPostmortem({
      body: aCreate({
        ownerRef: 'user:default/bob',
        commanderRef: 'user:default/alice',
      }),
    });
    const left = ENTITIES.filter(({ metadata }) => metadata.name !== 'bob');
    const at = (time: string) => ({ now: new Date(time) });

    // He is missing from the catalog for a while, as during a rebuild.
    await refresh(knex, left, at('2026-03-13T00:00:00Z'));
    await refresh(knex, ENTITIES, at('2026-03-13T01:00:00Z'));
    await refresh(knex, left, at('2026-03-13T02:00:00Z'));
    expect(
      (await refresh(knex, left, at('2026-03-14T01:00:00Z'))).changed,
    ).toBe(0);
    expect((await api.getPostmortem({ params: { id } })).ownerRef).toBe(
      'user:default/bob',
    );

    expect(
      (await refresh(knex, left, at('2026-03-14T02:00:00Z'))).changed,
    ).toBe(1);
    expect(
      (await api.getPostmortem({ params: { id } })).ownerRef,
    ).toBeUndefined();
    const { items } = await api.listHistory({ params: { id } });
    expect(items[0]).toMatchObject({
      actorRef: 'plugin:postmortems',
      action: 'owner-changed',
      before: 'user:default/bob',
      reason: 'Owner user:default/bob is no longer in the catalog.',
    });
    expect(
      await knex('postmortem_messages')
        .where({ about: 'owner-left' })
        .select('recipient_ref'),
    ).toEqual([{ recipient_ref: 'user:default/alice' }]);
    await portal.stop();
  },
);

it.each(databases.eachSupportedId())(
  'derives teams from the current entities, and survives a deletion, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const portal = await startPortal({ knex });
    const { api } = portal;
    const [changing, deleted, last] = await Promise.all(
      [1, 2, 3].map(() => api.createPostmortem({ body: aCreate() })),
    );
    const entities = [
      ...ENTITIES.filter(
        ({ metadata }) =>
          !['checkout-api', 'payments-db'].includes(metadata.name),
      ),
      ownedBy('platform', 'Component', 'checkout-api'),
      ownedBy('checkout', 'Resource', 'payments-db'),
    ];
    const catalog = catalogServiceMock({ entities });
    const getEntitiesByRefs = catalog.getEntitiesByRefs.bind(catalog);
    let meanwhile: Promise<unknown> | undefined;
    catalog.getEntitiesByRefs = async (...given) => {
      meanwhile ??= Promise.all([
        api.updatePostmortem({
          params: { id: changing.id },
          body: { entityRefs: ['resource:default/payments-db'] },
          ifMatch: changing.revision,
        }),
        knex('postmortems')
          .where({ id: Number(deleted.id.slice('PM-'.length)) })
          .delete(),
      ]);
      await meanwhile;
      return getEntitiesByRefs(...given);
    };
    await refresh(knex, entities, undefined, catalog);
    const teamsOf = async ({ id }: { id: string }) =>
      (await api.getPostmortem({ params: { id } })).teamRefs;
    expect(await teamsOf(changing)).toEqual(['group:default/checkout']);
    expect(await teamsOf(last)).toEqual(['group:default/platform']);
    await portal.stop();
  },
);

it.each(databases.eachSupportedId())(
  'records many absences in few commits, and only when they change, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const portal = await startPortal({ knex });
    // More than 400 have open work, so several batches, and none of the owners is in the catalog.
    await fill(
      knex,
      {
        postmortems: 2_000,
        actionItems: 2,
        withActionItems: 1,
        entities: 100,
        teams: 10,
      },
      new Date('2026-03-13T00:00:00Z'),
    );
    const commits: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      const isWrite = /^(insert into|delete from|update) .catalog_absences/;
      if (isWrite.test(sql)) commits.push(sql);
    });
    const commitsAt = async (time: string, entities = ENTITIES) => {
      commits.length = 0;
      await refresh(knex, entities, { now: new Date(time) });
      return commits.length;
    };
    expect(await commitsAt('2026-03-13T00:00:00Z')).toBe(1);
    const owners = await knex('catalog_absences').pluck('entity_ref');
    expect(owners.length).toBeGreaterThan(10);
    expect(await commitsAt('2026-03-13T23:50:00Z')).toBe(0);
    // Someone is back, before anyone counts as having left.
    const [back] = owners;
    const user = { ...ENTITIES.find(({ kind }) => kind === 'User')! };
    const { name } = parseEntityRef(back);
    user.metadata = { ...user.metadata, name };
    expect(await commitsAt('2026-03-13T23:55:00Z', [...ENTITIES, user])).toBe(
      1,
    );
    expect(await knex('catalog_absences').pluck('entity_ref')).toHaveLength(
      owners.length - 1,
    );
    await portal.stop();
  },
);

it('yields to other requests, although SQLite is synchronous', async () => {
  const knex = await databases.init('SQLITE_3');
  const portal = await startPortal({ knex });
  for (let each = 0; each < 30; each++) {
    await portal.api.createPostmortem({ body: aCreate() });
  }
  let turns = 0;
  let next = setImmediate(function turn() {
    turns++;
    next = setImmediate(turn);
  });
  const reorganised = [
    ...ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout-api'),
    ownedBy('platform', 'Component', 'checkout-api'),
  ];
  expect((await refresh(knex, reorganised)).changed).toBe(30);
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(30);
  await portal.stop();
});

it('retries the catalog, and finally fails with a clear error', async () => {
  const catalog = catalogServiceMock({ entities: ENTITIES });
  const lookup = new CatalogLookup({
    catalog,
    logger: mockServices.logger.mock(),
    sleep: async () => {},
  });
  const credentials = await mockServices.auth().getOwnServiceCredentials();
  const stumble = jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockRejectedValueOnce(new Error('ECONNRESET'));
  const found = await lookup.byRefs(['user:default/bob'], credentials);
  expect([...found.keys()]).toEqual(['user:default/bob']);

  stumble.mockRejectedValue(new Error('ECONNREFUSED'));
  await expect(
    lookup.byRefs(['user:default/bob'], credentials),
  ).rejects.toThrow(/catalog is unavailable/);
});
