import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  ContributingFactorCategory,
  ImportPostmortem,
} from 'backstage-plugin-postmortems-common';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { seededRandom } from './company';
import { FakeSource, withSource } from './FakeSource';
import { NOW, aCreate, startPortal } from './harness';
import type { TestPolicy, TestPortal } from './harness';
import {
  aWaitingIncident,
  declared,
  deliverAndSettle,
  happened,
} from './incidents';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Sees everything, a team's restricted postmortems, no restricted ones, and one severity. */
export const CALLERS = ['alice', 'member', 'outsider', 'limited'] as const;

const POLICY: TestPolicy = (permission, claims) => {
  const isOneOf = (...names: string[]) =>
    names.some(name => claims.includes(`user:default/${name}`));
  if (permission.name === 'postmortem.read-restricted') {
    return {
      result: isOneOf('alice', 'bob')
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    };
  }
  if (isOneOf('limited') && isResourcePermission(permission)) {
    return createPostmortemConditionalDecision(
      permission as ResourcePermission<'postmortem'>,
      postmortemConditions.hasSeverity({ severities: ['SEV-1', 'SEV-3'] }),
    );
  }
  return { result: AuthorizeResult.ALLOW };
};

const ENTITIES = [
  'component:default/checkout-api',
  'component:default/checkout-web',
  'resource:default/payments-db',
  'component:default/orphan',
];

/** Some titles differ only in case, accents and spaces. */
const FACTORS = [
  'Certificate expired',
  'certificate  EXPIRED',
  'Certificaté expired',
  'DNS cache was stale',
  'dns cache was stale',
  'No alert fired',
  'The queue was full',
];
const CATEGORIES: (ContributingFactorCategory | undefined)[] = [
  'change',
  'capacity',
  'dependency',
  'other',
  undefined,
];

/** A portal with generated postmortems, action items and incidents of about two years. */
export async function startPortalWithPast(
  knex: Knex,
  postmortems: number,
): Promise<TestPortal> {
  const portal = await startPortal({
    knex,
    policy: POLICY,
    groups: { member: ['group:default/checkout'] },
    features: [withSource(new FakeSource())],
  });
  const random = seededRandom(postmortems);
  const pick = <T>(values: readonly T[]) =>
    values[Math.floor(random() * values.length)];
  const end = Date.parse(NOW);

  for (let index = 0; index < postmortems; index += 1) {
    // In the order in which they happened, each written a day later.
    const started =
      end - Math.round(((postmortems - index) / postmortems) * 700 * DAY);
    const isRecent = end - started < 2 * DAY;
    const after = (minutes: number, likelihood: number) =>
      random() < likelihood
        ? new Date(
            started + Math.ceil(random() ** 3 * minutes) * MINUTE,
          ).toISOString()
        : undefined;
    const resolvedAt = after(3_000, 0.9);
    const within = (at: string | undefined) =>
      at && resolvedAt && at > resolvedAt ? resolvedAt : at;
    portal.clock.now = new Date(isRecent ? end : started + 20 * DAY);
    if (portal.clock.now.getTime() > end) portal.clock.now = new Date(end);
    const now = portal.clock.now.toISOString();
    const isPublished =
      resolvedAt !== undefined && resolvedAt < now && random() < 0.6;
    const detectedAt = within(after(200, 0.7));
    const mitigatedAt = within(after(900, 0.6));
    const past = (at: string | undefined) => (at && at <= now ? at : undefined);
    const body = {
      ...aCreate({
        title: `Incident ${index}`,
        severity: pick(['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']),
        startedAt: new Date(started).toISOString(),
        detectedAt: past(detectedAt),
        mitigatedAt: past(
          mitigatedAt && detectedAt && mitigatedAt < detectedAt
            ? detectedAt
            : mitigatedAt,
        ),
        resolvedAt: past(resolvedAt),
        entityRefs: [...new Set([pick(ENTITIES), pick(ENTITIES)])],
        labels: random() < 0.3 ? ['black-friday'] : [],
        outcome: random() < 0.15 ? 'false-alarm' : 'incident',
        visibility: random() < 0.2 ? 'restricted' : 'internal',
      }),
    };
    if (index % 9 === 0) {
      await portal.api.createPostmortem({ body });
      continue;
    }
    await portal.api.importPostmortem({
      body: {
        ...body,
        importKey: `generated-${index}`,
        ...(isPublished && {
          status: 'published',
          publishedAt: new Date(
            Math.min(
              Date.parse(now),
              Date.parse(resolvedAt) + Math.round(random() ** 2 * 10 * DAY),
            ),
          ).toISOString(),
        }),
        contributingFactors: Array.from(
          { length: Math.floor(random() * 3) },
          () => ({ title: pick(FACTORS), category: pick(CATEGORIES) }),
        ),
        actionItems: Array.from({ length: Math.floor(random() * 3) }, () => {
          const status = pick([
            'proposed',
            'open',
            'open',
            'done',
            'declined',
          ] as const);
          const isClosed = status === 'done' || status === 'declined';
          return {
            title: 'Mend it',
            kind: 'prevent' as const,
            priority: pick(['P0', 'P1', 'P2'] as const),
            status,
            ownerRef: pick(['user:default/alice', 'group:default/platform']),
            dueAt: new Date(
              started + Math.round(random() * 90) * DAY,
            ).toISOString(),
            dueReason: 'Generated',
            ...(isClosed && { closedAt: now }),
            ...(status === 'declined' && { statusReason: 'Generated' }),
          };
        }),
      } as ImportPostmortem,
    });
  }
  portal.clock.now = new Date(end - DAY);
  await closeSomeItems(portal, random);
  portal.clock.now = new Date(end - DAY);
  await extendSome(portal);
  portal.clock.now = new Date(end);
  await confirmSome(portal);
  await addIncidents(knex, portal);
  return portal;
}

async function closeSomeItems(portal: TestPortal, random: () => number) {
  const end = portal.clock.now.getTime();
  const { items } = await portal.api.listActionItems({
    query: { status: ['open'], limit: 100 },
  });
  for (const [index, item] of items.entries()) {
    if (index % 2 === 0) continue;
    portal.clock.now = new Date(end - Math.round(random() * 100) * DAY);
    if (portal.clock.now.toISOString() < item.createdAt) continue;
    const [id, key] = item.id.split('/');
    await portal.api.updateActionItem({
      params: { id, key },
      ifMatch: item.revision,
      body: { status: 'done' },
    });
  }
}

/** Claims of imports count in no rate until someone independent confirms them. */
async function confirmSome(portal: TestPortal) {
  const { items } = await portal.api.listPostmortems({
    query: { complianceStatus: ['claimed'], limit: 100 },
  });
  const some = items.filter((_, index) => index % 4 !== 0);
  for (let start = 0; start < some.length; start += 50) {
    await portal.as('bob').confirmImports({
      body: { items: some.slice(start, start + 50).map(({ id }) => ({ id })) },
    });
  }
}

/** Extensions that have run out by now. */
async function extendSome(portal: TestPortal) {
  const { items } = await portal.api.listPostmortems({
    query: { complianceStatus: ['overdue'], limit: 3 },
  });
  const dueAt = new Date(portal.clock.now.getTime() + MINUTE).toISOString();
  for (const { id, revision } of items) {
    await portal.as('bob').putExtension({
      params: { id },
      ifMatch: revision,
      body: { reason: 'Generated', dueAt },
    });
  }
}

async function addIncidents(knex: Knex, portal: TestPortal) {
  for (const [incident, services] of [
    ['INC-1', ['checkout-api']],
    ['INC-2', ['payments-db']],
  ] as const) {
    await deliverAndSettle(knex, portal, [
      ...declared('08 09:00', { incident, services: [...services] }),
      happened('08 10:00', { kind: 'resolved' }, incident),
    ]);
  }
  await aWaitingIncident(portal, 'INC-3');
  await aWaitingIncident(portal, 'INC-4');
}
