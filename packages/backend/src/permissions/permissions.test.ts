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
import type { UpdatePostmortem } from 'backstage-plugin-postmortems-common';
import { userAuth } from '../__testUtils__/userAuth';
import permissionsModule from '.';

jest.setTimeout(60_000);

/** All users with their groups. */
const TEAMS: Record<string, string[]> = {
  owner: [],
  mate: ['group:default/checkout'],
  guard: ['group:default/security'],
  keeper: ['group:default/incident-management'],
  stranger: ['group:default/strangers'],
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

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'strange', namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/strangers' }],
  },
  ...Object.keys(TEAMS).map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
  })),
];

it('The demo policy decides per postmortem as documented', async () => {
  const backend = await startTestBackend({
    features: [
      permissionPlugin,
      permissionsModule,
      postmortemsPlugin,
      userInfo,
      userAuth,
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
        message: `You need the postmortem.waive permission for ${id}`,
      },
    },
  });
  expect(await statusOf(waive('stranger'))).toBe(200);

  const revision = async () =>
    (await client.getPostmortem({ params: { id } }, as('owner'))).revision;
  const update = async (user: string, body: UpdatePostmortem) =>
    statusOf(
      client.updatePostmortem(
        { params: { id }, ifMatch: await revision(), body },
        as(user),
      ),
    );
  const assign = async (user: string, ownerRef: string | null) =>
    statusOf(
      client.putOwner(
        { params: { id }, ifMatch: await revision(), body: { ownerRef } },
        as(user),
      ),
    );
  const remove = async (user: string) =>
    statusOf(
      client.deletePostmortem(
        {
          params: { id },
          ifMatch: await revision(),
          body: { reason: 'Started twice' },
        },
        as(user),
      ),
    );
  const redact = (user: string) =>
    statusOf(
      client.redactPostmortem(
        { params: { id }, body: { text: 'Checkout', reason: 'Leaked' } },
        as(user),
      ),
    );
  const curate = (user: string) =>
    statusOf(
      client.mergeContributingFactors(
        { body: { from: 'Cert expired', into: 'Certificate expired' } },
        as(user),
      ),
    );

  // Editing it gives no further rights.
  const stranger = 'user:default/stranger';
  expect(await assign('stranger', stranger)).toBe(403);
  expect(
    await update('stranger', { entityRefs: ['component:default/strange'] }),
  ).toBe(403);
  expect(
    await update('stranger', {
      commanderRef: stranger,
      contributors: [{ userRef: stranger, role: 'scribe' }],
    }),
  ).toBe(200);
  expect(await assign('stranger', stranger)).toBe(403);
  expect(await remove('stranger')).toBe(403);
  // Not even a team member can help.
  expect(await assign('mate', stranger)).toBe(200);
  expect(
    await update('mate', {
      entityRefs: ['component:default/shop', 'component:default/strange'],
    }),
  ).toBe(200);
  for (const user of ['stranger', 'mate', 'owner']) {
    expect([user, await remove(user)]).toEqual([user, 403]);
    expect([user, await redact(user)]).toEqual([user, 403]);
    expect([user, await curate(user)]).toEqual([user, 403]);
  }
  expect(await redact('keeper')).toBe(200);
  expect(await curate('keeper')).toBe(200);
  expect(await remove('keeper')).toBe(200);
  await backend.stop();
});

it('is printed in the documentation', () => {
  const read = (path: string) => readFileSync(resolve(__dirname, path), 'utf8');
  expect(read('../../../../docs/permissions.md')).toContain(
    `\`\`\`ts\n${read('PostmortemsPolicy.ts')}\`\`\``,
  );
});
