import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  ListedActionItem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { postmortemsServiceRef } from 'backstage-plugin-postmortems-node';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { FactRetrieverOptions } from './createFactRetriever';
import techInsightsModulePostmortems from './index';

const API = 'component:default/checkout-api';
const WEB = 'component:shop/web';

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1_000).toISOString();

let ids = 0;

function aPostmortem(more: Partial<PostmortemSummary>): PostmortemSummary {
  return {
    id: `PM-${(ids += 1)}`,
    governingSeverity: 'SEV-2',
    outcome: 'incident',
    startedAt: daysAgo(400),
    entityRefs: [API],
    complianceStatus: 'met',
    visibility: 'internal',
    ...more,
  } as PostmortemSummary;
}

function anItem(
  postmortem: Partial<ListedActionItem['postmortem']>,
): ListedActionItem {
  return {
    postmortem: { visibility: 'internal', entityRefs: [API], ...postmortem },
  } as ListedActionItem;
}

/** Answers with one item per page. */
function inPages<T>(all: T[], cursor: string | undefined) {
  const index = Number(cursor ?? 0);
  const next = index + 1;
  return {
    items: all.slice(index, next),
    pageInfo: next < all.length ? { nextCursor: String(next) } : {},
  };
}

/**
 * Runs the fact retriever of the module, as Tech Insights does. `as never` shortens responses to the
 * fields it reads.
 */
async function retrieve(data: {
  postmortems?: PostmortemSummary[];
  overdue?: ListedActionItem[];
  factors?: Record<string, string[]>;
}) {
  const retrievers: Record<string, FactRetriever> = {};
  const asked: string[] = [];
  const callers = new Set<unknown>();
  const postmortems: FactRetrieverOptions['postmortems'] = {
    async getPolicy(_request, { credentials }) {
      callers.add(credentials.principal);
      return { severities: [{ id: 'SEV-1' }, { id: 'SEV-2' }] } as never;
    },
    listPostmortems: async ({ query }) =>
      inPages(data.postmortems ?? [], query.cursor) as never,
    async listActionItems({ query }) {
      expect(query.overdue).toBe('true');
      return inPages(data.overdue ?? [], query.cursor) as never;
    },
    async listContributingFactors({ params }) {
      asked.push(params.id);
      const titles = data.factors?.[params.id];
      if (!titles) throw Object.assign(new Error('x'), { statusCode: 404 });
      return { items: titles.map(title => ({ title })) } as never;
    },
  };
  const backend = await startTestBackend({
    extensionPoints: [
      [
        techInsightsFactRetrieversExtensionPoint,
        {
          addFactRetrievers: (added: Record<string, FactRetriever>) =>
            Object.assign(retrievers, added),
        },
      ],
    ],
    features: [
      techInsightsModulePostmortems,
      catalogServiceMock.factory({
        entities: [
          ['Component', 'checkout-api'],
          ['Component', 'web', 'shop'],
          ['Resource', 'idle'],
          ['User', 'alice'],
        ].map(([kind, name, namespace]) => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name, ...(namespace && { namespace }) },
        })),
      }),
      createServiceFactory({
        service: postmortemsServiceRef,
        deps: {},
        factory: () => postmortems as PostmortemsService,
      }),
    ],
  });
  const { postmortemsFactRetriever: retriever } = retrievers;
  const facts = await retriever.handler({
    config: mockServices.rootConfig(),
    discovery: mockServices.discovery(),
    logger: mockServices.logger.mock(),
    auth: mockServices.auth(),
    urlReader: mockServices.urlReader.mock(),
  });
  await backend.stop();
  return {
    retriever,
    asked,
    callers: [...callers],
    facts: Object.fromEntries(
      facts.map(({ entity, facts: values }) => [
        `${entity.kind}:${entity.namespace}/${entity.name}`,
        values,
      ]),
    ),
  };
}

const NOTHING = {
  onTimeRate: 1,
  duePostmortems: 0,
  overduePostmortems: 0,
  overdueActionItems: 0,
  daysSinceSevereIncident: 9_999,
  repeatedFactors: 0,
};

it('retrieves facts about every entity that an incident can affect', async () => {
  const recent = [
    aPostmortem({ startedAt: daysAgo(3), complianceStatus: 'on-track' }),
    aPostmortem({ startedAt: daysAgo(9), entityRefs: [API, WEB] }),
    aPostmortem({ startedAt: daysAgo(9) }),
  ];
  const { facts, asked, callers, retriever } = await retrieve({
    postmortems: [
      ...recent,
      aPostmortem({ complianceStatus: 'late' }),
      aPostmortem({
        complianceStatus: 'overdue',
        governingSeverity: 'SEV-1',
        startedAt: daysAgo(500),
      }),
      aPostmortem({
        complianceStatus: 'waived',
        governingSeverity: 'SEV-1',
        startedAt: daysAgo(380),
      }),
      aPostmortem({
        complianceStatus: 'not-required',
        governingSeverity: 'SEV-1',
        startedAt: daysAgo(370),
        outcome: 'false-alarm',
      }),
    ],
    overdue: [anItem({}), anItem({ entityRefs: [WEB, API] })],
    factors: {
      [recent[0].id]: ['Cache flushed', 'Config'],
      [recent[1].id]: ['cache  flushed', 'Cache flushed'],
    },
  });
  expect(facts).toEqual({
    'Component:default/checkout-api': {
      onTimeRate: 0.5,
      duePostmortems: 4,
      overduePostmortems: 1,
      overdueActionItems: 2,
      daysSinceSevereIncident: 380,
      repeatedFactors: 1,
    },
    'Component:shop/web': {
      ...NOTHING,
      duePostmortems: 1,
      overdueActionItems: 1,
    },
    'Resource:default/idle': NOTHING,
  });
  expect(asked.sort()).toEqual(recent.map(({ id }) => id).sort());
  expect(callers).toEqual([expect.objectContaining({ type: 'service' })]);
  expect(Object.keys(retriever.schema).sort()).toEqual(
    Object.keys(NOTHING).sort(),
  );
});

it('reveals nothing about restricted postmortems', async () => {
  const secret = {
    visibility: 'restricted',
    governingSeverity: 'SEV-1',
    complianceStatus: 'overdue',
    startedAt: daysAgo(1),
  } as const;
  const { facts, asked } = await retrieve({
    postmortems: [aPostmortem(secret), aPostmortem(secret)],
    overdue: [anItem({ visibility: 'restricted' })],
  });
  expect(facts['Component:default/checkout-api']).toEqual(NOTHING);
  expect(asked).toEqual([]);
});
