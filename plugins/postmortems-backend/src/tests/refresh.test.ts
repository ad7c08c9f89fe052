/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { CatalogLookup } from '../catalog/CatalogLookup';
import { Linking } from '../catalog/Linking';
import { refreshOwningTeams } from '../catalog/refreshOwningTeams';
import { readPolicyConfig } from '../policy';
import { createServiceContext } from '../service/ServiceContext';
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
  const context = createServiceContext({
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
  });
  const changed = await refreshOwningTeams(context, mockServices.auth());
  return { changed, calls: getEntitiesByRefs.mock.calls.length };
}

it.each(databases.eachSupportedId())(
  'lets open work follow a re-organisation and leaves finished history alone, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const portal = await startPortal({ knex });
    const { api } = portal;
    const open = await api.createPostmortem({ body: aCreate() });
    const finished = await api.createPostmortem({ body: aCreate() });
    await complete(api, finished);
    await publish(api, finished);
    await api.addActionItem({
      params: { id: finished.id },
      body: { title: 'Alert on it', kind: 'detect', priority: 'P2' },
    });
    const gone = await api.createPostmortem({
      body: aCreate({ entityRefs: ['component:default/checkout-web'] }),
    });

    const reorganised = [
      ...ENTITIES.filter(
        ({ metadata }) =>
          !['checkout-api', 'checkout-web'].includes(metadata.name),
      ),
      ownedBy('platform', 'Component', 'checkout-api'),
    ];
    // However many are open: one request for their entities, one for the groups.
    expect(await refresh(knex, reorganised)).toEqual({ changed: 1, calls: 2 });
    const written: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/^(insert into|delete from|update) .action_item/.test(sql)) {
        written.push(sql);
      }
    });
    expect(await refresh(knex, reorganised)).toEqual({ changed: 0, calls: 2 });
    expect(written).toEqual([]);
    knex.removeAllListeners('query');

    const teamsOf = async ({ id }: { id: string }) =>
      (await api.getPostmortem({ params: { id } })).teamRefs;
    expect(await teamsOf(open)).toEqual(['group:default/platform']);
    expect(await teamsOf(finished)).toEqual(['group:default/checkout']);
    expect(await teamsOf(gone)).toEqual(['group:default/checkout']);

    const { items } = await api.listHistory({ params: open });
    expect(items[0]).toMatchObject({
      actorRef: 'plugin:postmortems',
      action: 'deadline-changed',
      reason: "the owning team's calendar changed",
    });
    expect(items[1]).toMatchObject({
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

    // A catalog that is being filled anew does not know him for a while.
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
      reason: 'The owner user:default/bob is not in the catalog any more.',
    });
    expect(
      await knex('postmortem_messages')
        .where({ about: 'owner-left' })
        .select('recipient_ref'),
    ).toEqual([{ recipient_ref: 'user:default/alice' }]);
    await portal.stop();
  },
);

it('lets others in between, though SQLite answers at once', async () => {
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

it('asks a catalog that stumbles again, and gives up with a clear word', async () => {
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
  ).rejects.toThrow(/catalog cannot be reached/);
});
