import { createBackendModule } from '@backstage/backend-plugin-api';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  ImportPostmortem,
  PostmortemsApi,
  Visibility,
} from 'backstage-plugin-postmortems-common';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
  postmortemsTrackersExtensionPoint,
} from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { OFFERED } from '../actions/offered';
import type { Offer } from '../actions/offered';
import { FAKE_SOURCE, FakeSource, withSource } from './FakeSource';
import { FakeTracker } from './FakeTracker';
import { ENTITIES, aCreate, startPortal } from './harness';
import type { TestPolicy, TestPortal } from './harness';

/** Roles of callers, and whether they are connected to the postmortem. */
export const ROLES = {
  anonymous: { concerned: false },
  outsider: { concerned: false },
  owner: { concerned: true },
  commander: { concerned: true },
  contributor: { concerned: true },
  reviewer: { concerned: true },
  /** Member of the owning team. */
  member: { concerned: true },
  /** May see restricted postmortems. */
  auditor: { concerned: true },
  /** Member of the owning team with read permission only. */
  reader: { concerned: true },
  /** May change only what she owns. */
  limited: { concerned: false },
  service: { concerned: true },
} as const;

export type Role = keyof typeof ROLES;

const READS = ['postmortem.read', 'action-item.read'];

/** The permission policy of the roles. */
export const POLICY: TestPolicy = (permission, claims) => {
  const isAmong = (role: Role) => claims.includes(`user:default/${role}`);
  const decided = (allowed: boolean) => ({
    result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  });
  if (permission.name === 'postmortem.read-restricted') {
    return decided(isAmong('auditor'));
  }
  if (READS.includes(permission.name)) return decided(true);
  if (isAmong('limited') && isResourcePermission(permission)) {
    return createPostmortemConditionalDecision(
      permission as ResourcePermission<'postmortem'>,
      postmortemConditions.isOwner({ claims }),
    );
  }
  return decided(!isAmong('reader'));
};

const GROUPS: Record<string, string[]> = {
  member: ['group:default/checkout'],
  reader: ['group:default/checkout'],
};

const CATALOG: Entity[] = [
  ...ENTITIES,
  ...Object.keys(ROLES).map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
  })),
];

/** The API in a role. */
export function asRole(portal: TestPortal, role: Role): PostmortemsApi {
  if (role === 'anonymous') return portal.anonymous;
  return role === 'service' ? portal.asService : portal.as(role);
}

/** Actions with the input of their operation. */
export const AGENT_ACTIONS = OFFERED.filter(offer => !offer.required);

/** Actions that require `q`. */
export const SEARCH_ACTIONS = OFFERED.filter(offer => offer.required);

/** The same through agents' actions, for operations that have one. */
export function asAgentOf(portal: TestPortal, role: Role): PostmortemsApi {
  return throughActions(portal, role, AGENT_ACTIONS);
}

/** The same through agents' searches, for a word that every subject has. */
export function asSearcherOf(portal: TestPortal, role: Role): PostmortemsApi {
  return throughActions(portal, role, SEARCH_ACTIONS, { q: 'returned' });
}

function throughActions(
  portal: TestPortal,
  role: Role,
  offers: Offer[],
  more?: object,
): PostmortemsApi {
  const authorization = {
    anonymous: () => mockCredentials.none.header(),
    service: () =>
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(),
        targetPluginId: 'postmortems',
      }),
  }[role as string];
  const actions = offers.map(({ operation, name }) => [
    operation,
    async (input: Record<'params' | 'query' | 'body', object>) => {
      const { params, query, body, ...rest } = input;
      const response = await fetch(
        `${portal.url}/.backstage/actions/v1/actions/postmortems:${name}/invoke`,
        {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Authorization:
              authorization?.() ??
              mockCredentials.user.header(`user:default/${role}`),
          },
          body: JSON.stringify({
            ...params,
            ...query,
            ...body,
            ...rest,
            ...more,
          }),
        },
      );
      if (!response.ok) throw await ResponseError.fromResponse(response);
      return (await response.json()).output;
    },
  ]);
  return Object.fromEntries(actions);
}

/** Occurs only in the title and text of a restricted postmortem. */
export const SECRET = 'Zanzibar';

let imported = 0;

/** A postmortem with everything that can be changed. */
export async function aSubject(
  portal: TestPortal,
  visibility: Visibility,
): Promise<string> {
  const secret = visibility === 'restricted' ? SECRET : 'Checkout';
  const subject: ImportPostmortem = {
    ...aCreate({
      title: `${secret} returned 500s`,
      visibility,
      ownerRef: 'user:default/owner',
      commanderRef: 'user:default/commander',
      contributors: [{ userRef: 'user:default/contributor', role: 'scribe' }],
      ...(visibility === 'restricted' && {
        entityRefs: [
          'component:default/checkout-api',
          'resource:default/payments-db',
        ],
      }),
    }),
    importKey: `subject ${(imported += 1)}`,
    sections: {
      summary: `${secret} was slow`,
      impact: 'x',
      'what-happened': 'x',
      resolution: 'x',
    },
    timeline: [{ occurredAt: '2026-03-10T10:00:00Z', text: secret }],
    contributingFactors: [{ title: secret }, { title: 'No alert fired' }],
    actionItems: [
      {
        title: `Mend ${secret}`,
        kind: 'prevent',
        priority: 'P1',
        status: 'open',
        ownerRef: 'user:default/owner',
      },
    ],
    ownerAcknowledgedAt: '2026-03-10T12:00:00Z',
    waiver: { reason: secret, approverRef: 'user:default/alice' },
    extension: {
      reason: secret,
      approverRef: 'user:default/alice',
      dueAt: '2026-05-01T00:00:00Z',
    },
  };
  const { id } = await portal.asService.importPostmortem({ body: subject });
  await portal.asService.putReviewers({
    params: { id },
    body: { reviewerRefs: ['user:default/reviewer'] },
    ifMatch: 1,
  });
  return id;
}

/** A portal with all roles and a ticket tracker. */
export async function startPortalWithRoles(options: {
  knex: Knex;
  policy?: TestPolicy;
  features?: BackendFeature[];
}): Promise<TestPortal> {
  const portal = await startPortal({
    policy: POLICY,
    groups: GROUPS,
    config: {
      postmortems: {
        feeds: { enabled: true },
        liveEditing: { enabled: true },
      },
    },
    ...options,
    features: [
      ...(options.features ?? []),
      withSource(new FakeSource()),
      createBackendModule({
        pluginId: 'postmortems',
        moduleId: 'fake-tracker',
        register(env) {
          env.registerInit({
            deps: { trackers: postmortemsTrackersExtensionPoint },
            async init({ trackers }) {
              trackers.addTracker(new FakeTracker());
            },
          });
        },
      }),
    ],
  });
  portal.catalog.entities = CATALOG;
  // Creates a delivery.
  await portal.asService.requestBackfill({
    params: { source: FAKE_SOURCE },
    body: { since: '2026-01-01T00:00:00Z' },
  });
  return portal;
}
