import type { Knex } from 'knex';
import type {
  BackendFeature,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createPostmortemsClient,
  endpoints,
} from 'backstage-plugin-postmortems-common';
import type {
  CreatePostmortem,
  Endpoint,
  Postmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { createPostmortemsPlugin } from '../plugin';

/** A fake notifications plugin that collects messages for the tests. */
const notificationsPlugin = createBackendPlugin({
  pluginId: 'notifications',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        http.use((_request, response) => {
          response.json({});
        });
      },
    });
  },
});

/** A Thursday. Time stands still until a test moves it. */
export const NOW = '2026-03-12T12:00:00.000Z';

function entity(
  kind: string,
  name: string,
  more: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...more.metadata },
    ...(more.relations && { relations: more.relations }),
    ...(more.spec && { spec: more.spec }),
  } as Entity;
}

/** An entity owned by a group. */
export function ownedBy(group: string, kind: string, name: string): Entity {
  return entity(kind, name, {
    relations: [{ type: 'ownedBy', targetRef: `group:default/${group}` }],
  });
}

/** The default catalog of tests. */
export const ENTITIES: Entity[] = [
  ownedBy('checkout', 'Component', 'checkout-api'),
  ownedBy('checkout', 'Component', 'checkout-web'),
  ownedBy('platform', 'Resource', 'payments-db'),
  entity('Component', 'orphan'),
  entity('Group', 'checkout'),
  entity('Group', 'platform', {
    metadata: {
      name: 'platform',
      annotations: {
        'postmortems/time-zone': 'Europe/Berlin',
        'postmortems/holidays': 'DE-BE',
      },
    },
  }),
  entity('User', 'alice'),
  entity('User', 'bob', { spec: { profile: { displayName: 'Bob Brown' } } }),
  entity('User', 'carol'),
];

/** A backend under test, called over HTTP with the plugin's own client. */
export interface TestPortal {
  /** The API as `user:default/alice`. Every response is checked against its schema. */
  api: PostmortemsApi;
  /** The same as another user. */
  as(user: string): PostmortemsApi;
  asService: PostmortemsApi;
  /** The same without a token. */
  anonymous: PostmortemsApi;
  /** URL of the plugin, for raw requests. */
  url: string;
  headers: Record<string, string>;
  clock: { now: Date };
  /** `lookups` counts catalog requests. */
  catalog: { entities: Entity[]; down: boolean; lookups: number };
  /** Messages sent, while notifications are not down. */
  notifications: { sent: NotificationSendOptions[]; down: boolean };
  /** Runs a scheduled task to its end. */
  runTask(id: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A permission policy. Services are always allowed.
 *
 * @param claims - the user and its groups
 */
export type TestPolicy = (
  permission: Permission,
  claims: string[],
) => PolicyDecision;

/** Fakes the portal's permissions and group memberships. */
function policyFeatures(options: {
  policy?: TestPolicy;
  groups?: Record<string, string[]>;
}): BackendFeature[] {
  const { policy, groups = {} } = options;
  const claimsOf = (credentials: BackstageCredentials) => {
    const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
    const [, name] = userEntityRef.split('/');
    return [userEntityRef, ...(groups[name] ?? [])];
  };
  const userInfo = createServiceFactory({
    service: coreServices.userInfo,
    deps: {},
    factory: () => ({
      async getUserInfo(credentials: BackstageCredentials) {
        const [userEntityRef, ...refs] = claimsOf(credentials);
        return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...refs] };
      },
    }),
  });
  if (!policy) return [userInfo];

  const authorizeConditional: PermissionsService['authorizeConditional'] =
    async (queries, { credentials }: { credentials: BackstageCredentials }) =>
      queries.map(({ permission }) =>
        (credentials.principal as { type: string }).type === 'user'
          ? policy(permission, claimsOf(credentials))
          : { result: AuthorizeResult.ALLOW },
      );
  return [
    userInfo,
    mockServices.permissions.mock({ authorizeConditional }).factory,
  ];
}

/** Starts a backend with the plugin. Approvals are required only in tests of reviews. */
export async function startPortal(options: {
  knex: Knex;
  config?: JsonObject;
  permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  /** Replaces the allow-all permission policy. */
  policy?: TestPolicy;
  /** Groups of users, by user name. */
  groups?: Record<string, string[]>;
  features?: BackendFeature[];
}): Promise<TestPortal> {
  const clock = { now: new Date(NOW) };
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const catalog = { entities: ENTITIES, down: false, lookups: 0 };
  const notifications: TestPortal['notifications'] = { sent: [], down: false };

  const backend = await startTestBackend({
    features: [
      createPostmortemsPlugin({ clock: () => clock.now }),
      notificationsPlugin,
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: options.policy !== undefined },
          ...options.config,
          postmortems: {
            review: { approvals: 0 },
            ...(options.config?.postmortems as JsonObject | undefined),
          },
        },
      }),
      // Tasks run only on request.
      mockServices.scheduler.mock({
        scheduleTask: async ({ id, fn }) => {
          tasks.set(id, fn);
        },
      }).factory,
      ...(options.policy
        ? []
        : [
            mockServices.permissions.factory({
              result: options.permission ?? AuthorizeResult.ALLOW,
            }),
          ]),
      ...policyFeatures(options),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => ({
          ...catalogServiceMock(),
          async getEntitiesByRefs(request, requestOptions) {
            catalog.lookups++;
            if (catalog.down) throw new Error('connect ECONNREFUSED');
            return catalogServiceMock({
              entities: catalog.entities,
            }).getEntitiesByRefs(request, requestOptions);
          },
          async queryEntities(request, requestOptions) {
            if (catalog.down) throw new Error('connect ECONNREFUSED');
            return catalogServiceMock({
              entities: catalog.entities,
            }).queryEntities(request, requestOptions);
          },
        }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification: NotificationSendOptions) {
            if (notifications.down) throw new Error('connect ECONNREFUSED');
            notifications.sent.push(notification);
          },
        }),
      }),
      ...(options.features ?? []),
    ],
  });

  const url = `http://localhost:${backend.server.port()}/api/postmortems`;
  const client = (token: string) => validatingClient(url, token);
  return {
    api: client(mockCredentials.user.token('user:default/alice')),
    as: user => client(mockCredentials.user.token(`user:default/${user}`)),
    asService: client(
      mockCredentials.service.token({
        onBehalfOf: mockCredentials.service(),
        targetPluginId: 'postmortems',
      }),
    ),
    anonymous: client(mockCredentials.none.header().slice('Bearer '.length)),
    url,
    headers: {
      Authorization: mockCredentials.user.header('user:default/alice'),
    },
    clock,
    catalog,
    notifications,
    runTask: async id => tasks.get(id)!(new AbortController().signal),
    stop: () => backend.stop(),
  };
}

/** A client that fails if a response does not match its schema exactly. */
function validatingClient(url: string, token: string): PostmortemsApi {
  const client = createPostmortemsClient({
    discoveryApi: { getBaseUrl: async () => url },
    fetchApi: { fetch },
  });
  const validated = Object.entries<Endpoint>(endpoints).map(
    ([name, { response }]) => [
      name,
      async (input: never) => {
        const answer = await client[name as keyof PostmortemsApi](input, {
          token,
        });
        if (response) expect(response.parse(answer)).toEqual(answer);
        return answer;
      },
    ],
  );
  return Object.fromEntries(validated) as PostmortemsApi;
}

/** A resolved SEV-2 of the checkout team, with overrides. */
export function aCreate(
  more: Partial<CreatePostmortem> = {},
): CreatePostmortem {
  return {
    title: 'Checkout returned 500s after cache flush',
    severity: 'SEV-2',
    startedAt: '2026-03-10T09:14:00.000Z',
    resolvedAt: '2026-03-10T11:28:00.000Z',
    entityRefs: ['component:default/checkout-api'],
    ...more,
  };
}

/** Fills in everything that publishing requires. */
export async function complete(
  api: PostmortemsApi,
  { id }: Pick<Postmortem, 'id'>,
): Promise<void> {
  for (const key of [
    'summary',
    'impact',
    'what-happened',
    'resolution',
  ] as const) {
    await api.putSection({
      params: { id, key },
      body: { markdown: `The ${key}.` },
      ifMatch: 0,
    });
  }
  await api.addContributingFactor({
    params: { id },
    body: { title: 'The cache was flushed at peak traffic' },
  });
  const { revision } = await api.getPostmortem({ params: { id } });
  await api.updatePostmortem({
    params: { id },
    body: { noActionItemsReason: 'The vendor has mended it' },
    ifMatch: revision,
  });
}

/** Makes alice the acknowledged owner of a postmortem without an owner. */
export async function own(
  api: PostmortemsApi,
  { id }: Pick<Postmortem, 'id'>,
): Promise<Postmortem> {
  const { ownerRef, revision } = await api.getPostmortem({ params: { id } });
  if (!ownerRef) {
    await api.putOwner({
      params: { id },
      body: { ownerRef: 'user:default/alice' },
      ifMatch: revision,
    });
    await api.acknowledgeOwner({ params: { id } });
  }
  return api.getPostmortem({ params: { id } });
}

/**
 * Takes a complete draft through review to publication. Without an owner, alice becomes the owner.
 */
export async function publish(
  api: PostmortemsApi,
  { id }: Pick<Postmortem, 'id'>,
): Promise<Postmortem> {
  let latest = await own(api, { id });
  for (const to of ['in-review', 'published'] as const) {
    latest = await api.changeStatus({
      params: { id },
      body: { to },
      ifMatch: latest.revision,
    });
  }
  return latest;
}

/** Expects a refusal and returns its status and message. */
export async function refusal(call: Promise<unknown>): Promise<{
  status: number;
  message: string;
  current?: unknown;
  unavailable?: unknown;
}> {
  try {
    await call;
  } catch (error) {
    const { statusCode, body } = error as ResponseError;
    const { current, unavailable } = body.error as {
      current?: unknown;
      unavailable?: unknown;
    };
    return {
      status: statusCode,
      message: body.error.message,
      current,
      unavailable,
    };
  }
  throw new Error('The call should have been refused');
}
