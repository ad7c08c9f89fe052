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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import postmortemsPlugin from 'backstage-plugin-postmortems-backend';
import { createPostmortemsClient } from 'backstage-plugin-postmortems-common';
import permissionsModule from '.';

jest.setTimeout(60_000);

/** Everyone and their groups. */
const TEAMS: Record<string, string[]> = {
  owner: [],
  mate: ['group:default/checkout'],
  guard: ['group:default/security'],
  stranger: [],
};

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
      const groups = TEAMS[userEntityRef.split('/')[1]];
      return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
    },
  }),
});

/** As in a real portal, a plugin that asks for a user is known as the one that asks. */
const auth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const pluginId = plugin.getId();
    const mock = mockServices.auth({ pluginId });
    const asIs = mock.getPluginRequestToken.bind(mock);
    mock.getPluginRequestToken = async options => {
      const { userEntityRef } = options.onBehalfOf
        .principal as Partial<BackstageUserPrincipal>;
      return userEntityRef
        ? {
            token: mockCredentials.user.token(userEntityRef, {
              actor: { subject: `plugin:${pluginId}` },
            }),
          }
        : asIs(options);
    };
    return mock;
  },
});

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
  },
  ...Object.keys(TEAMS).map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
  })),
];

it('The policy of the demo decides as it says, asked by the portal for each postmortem', async () => {
  const backend = await startTestBackend({
    features: [
      permissionPlugin,
      permissionsModule,
      postmortemsPlugin,
      userInfo,
      auth,
      catalogServiceMock.factory({ entities }),
      mockServices.permissions.factory(),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/postmortems`;
  const client = createPostmortemsClient({
    discoveryApi: { getBaseUrl: async () => baseUrl },
    fetchApi: { fetch },
  });
  const as = (user: string) => ({
    token: mockCredentials.user.token(`user:default/${user}`),
  });
  const create = (visibility: 'internal' | 'restricted') =>
    client.createPostmortem(
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
      as('owner'),
    );
  const statusOf = (call: Promise<unknown>) =>
    call.then(
      () => 200,
      error => error.statusCode,
    );

  const secret = { params: { id: (await create('restricted')).id } };
  for (const [user, status] of [
    ['owner', 200],
    ['mate', 200],
    ['guard', 200],
    ['stranger', 404],
  ] as const) {
    const read = client.getPostmortem(secret, as(user));
    expect([user, await statusOf(read)]).toEqual([user, status]);
  }
  const list = await client.listPostmortems({ query: {} }, as('stranger'));
  expect(list.totalItems).toBe(0);

  const { id } = await create('internal');
  const waive = (user: string) =>
    client.putWaiver(
      { params: { id }, ifMatch: 1, body: { reason: 'A copy of PM-1' } },
      as(user),
    );
  await expect(waive('owner')).rejects.toMatchObject({
    statusCode: 403,
    body: {
      error: {
        message: `This needs the permission postmortem.waive for ${id}`,
      },
    },
  });
  expect(await statusOf(waive('stranger'))).toBe(200);

  const remove = (user: string) =>
    client.deletePostmortem({ params: { id }, ifMatch: 2 }, as(user));
  expect(await statusOf(remove('stranger'))).toBe(403);
  expect(await statusOf(remove('mate'))).toBe(200);
  await backend.stop();
});

it('The documentation shows the policy as it is', () => {
  const read = (path: string) => readFileSync(resolve(__dirname, path), 'utf8');
  const [, ...code] = read('PostmortemsPolicy.ts').split('*/\n\n');
  expect(read('../../../../docs/permissions.md')).toContain(
    `\`\`\`ts\n${code.join('*/\n\n')}\`\`\``,
  );
});
