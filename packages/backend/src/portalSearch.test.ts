import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import type { SearchResultSet } from '@backstage/plugin-search-common';
import postmortemsPlugin from 'backstage-plugin-postmortems-backend';
import { createPostmortemsClient } from 'backstage-plugin-postmortems-common';
import searchModulePostmortems from 'backstage-plugin-search-backend-module-postmortems';
import { userAuth } from './__testUtils__/userAuth';
import permissionsModule from './permissions';

jest.setTimeout(60_000);

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
      return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
    },
  }),
});

const entities = [
  { kind: 'Component', name: 'shop' },
  { kind: 'User', name: 'owner' },
].map(({ kind, name }) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
}));

async function eventually<T>(read: () => Promise<T>, expected: T) {
  let last: T | undefined;
  for (let attempt = 0; attempt < 100; attempt++) {
    last = await read();
    if (JSON.stringify(last) === JSON.stringify(expected)) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  expect(last).toEqual(expected);
}

it.each([true, false])(
  'finds only postmortems that are not restricted, with permissions enabled: %s',
  async enabled => {
    // Runs tasks only when triggered.
    const tasks = new Map<string, SchedulerServiceTaskFunction>();
    const triggerTask = async (id: string) =>
      tasks.get(id)!(new AbortController().signal);
    const backend = await startTestBackend({
      features: [
        mockServices.scheduler.mock({
          createScheduledTaskRunner: () => ({
            run: async ({ id, fn }) => {
              tasks.set(id, fn);
            },
          }),
          triggerTask,
        }).factory,
        permissionPlugin,
        permissionsModule,
        postmortemsPlugin,
        searchPlugin,
        searchModulePostmortems,
        userAuth,
        userInfo,
        eventsServiceFactory,
        catalogServiceMock.factory({ entities }),
        mockServices.permissions.factory(),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled },
          },
        }),
      ],
    });
    const api = `http://localhost:${backend.server.port()}/api`;
    const token = (user: string) =>
      mockCredentials.user.token(`user:default/${user}`);
    const client = createPostmortemsClient({
      discoveryApi: { getBaseUrl: async () => `${api}/postmortems` },
      fetchApi: { fetch },
    });
    const asOwner = { token: token('owner') };
    const create = async (visibility: 'internal' | 'restricted') => {
      const { id } = await client.createPostmortem(
        {
          body: {
            title: 'Checkout returned 500s',
            severity: 'SEV-2',
            startedAt: '2026-03-10T09:14:00.000Z',
            entityRefs: ['component:default/shop'],
            ownerRef: 'user:default/owner',
            visibility,
          },
        },
        asOwner,
      );
      await client.putSection(
        {
          params: { id, key: 'impact' },
          body: { markdown: 'A quokka tripped over the cable' },
          ifMatch: 0,
        },
        asOwner,
      );
      return { id };
    };
    const find = async (user: string) => {
      const response = await fetch(`${api}/search/query?term=quokka`, {
        headers: { Authorization: `Bearer ${token(user)}` },
      });
      const { results } = (await response.json()) as SearchResultSet;
      return results.map(({ document }) => document.title).sort();
    };
    const restrict = async (id: string) => {
      const { revision } = await client.getPostmortem(
        { params: { id } },
        asOwner,
      );
      await client.updatePostmortem(
        {
          params: { id },
          ifMatch: revision,
          body: { visibility: 'restricted' },
        },
        asOwner,
      );
    };

    const { id: first } = await create('internal');
    const { id: second } = await create('internal');
    const { id: third } = await create('restricted');
    await triggerTask('search_index_postmortems');
    expect(await find('stranger')).toEqual([
      `${first} Checkout returned 500s`,
      `${second} Checkout returned 500s`,
    ]);
    // People involved find it in the plugin's own search.
    expect(await find('owner')).toHaveLength(2);
    const own = await client.listPostmortems(
      { query: { q: 'quokka' } },
      asOwner,
    );
    expect(own.items.map(({ id }) => id)).toContain(third);

    await restrict(first);
    await eventually(
      () => find('stranger'),
      [`${second} Checkout returned 500s`],
    );
    await restrict(second);
    await eventually(() => find('stranger'), []);
    await backend.stop();
  },
);
