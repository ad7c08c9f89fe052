import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// The test is about the two together.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import postmortemsPlugin from 'backstage-plugin-postmortems-backend';
import { createPostmortemsClient } from 'backstage-plugin-postmortems-common';
import { FakePagerDuty } from './__testUtils__/FakePagerDuty';
import {
  RECORDED,
  anEvent,
  ofIncident,
  signature,
} from './__testUtils__/deliveries';
import { RECORDED_INCIDENT, RECORDED_LOG } from './__testUtils__/past';
import postmortemsModulePagerDuty from './index';

jest.setTimeout(60_000);

const SECRET = 'shared-with-pagerduty';
const TOKEN = 'u+token';

const entity = (kind: string, name: string, more: Partial<Entity> = {}) =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    ...more,
    metadata: { name, namespace: 'default', ...more.metadata },
  } as Entity);

async function setUp() {
  const pagerDuty = new FakePagerDuty(TOKEN);
  const apiBaseUrl = await pagerDuty.server.start();
  const backend = await startTestBackend({
    features: [
      postmortemsPlugin,
      postmortemsModulePagerDuty,
      mockServices.rootConfig.factory({
        data: {
          postmortems: {
            incidentSources: {
              pagerduty: { secrets: [SECRET], token: TOKEN, apiBaseUrl },
            },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          entity('User', 'ada', {
            spec: { profile: { email: 'Ada@example.com' } },
          }),
          entity('Group', 'checkout'),
          entity('Component', 'checkout', {
            metadata: {
              name: 'checkout',
              annotations: { 'pagerduty.com/service-id': 'PF9KMXH' },
            },
            relations: [
              { type: 'ownedBy', targetRef: 'group:default/checkout' },
            ],
          }),
        ],
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/postmortems`;
  return {
    url,
    pagerDuty,
    api: createPostmortemsClient({
      discoveryApi: { getBaseUrl: async () => url },
      fetchApi: { fetch },
    }),
    async stop() {
      await backend.stop();
      await pagerDuty.server.stop();
    },
  };
}

const as = { token: mockCredentials.user.token('user:default/ada') };

const DRAFT = {
  title: 'Checkout returns 500s',
  status: 'draft',
  governingSeverity: 'SEV-1',
  severity: 'SEV-3',
  severityHistory: [
    { severity: 'SEV-3' },
    { severity: 'SEV-1' },
    { severity: 'SEV-3' },
  ],
  startedAt: '2026-03-10T09:14:00.000Z',
  resolvedAt: '2026-03-11T01:05:30.000Z',
  entityRefs: ['component:default/checkout'],
  teamRefs: ['group:default/checkout'],
  contributors: [{ userRef: 'user:default/ada', role: 'responder' }],
  // Three days from the last resolution, to the end of the day.
  deadline: { dueAt: '2026-03-14T23:59:59.999Z' },
  timeline: ['Reopened by Ada Obi'],
};

const annotated = (content: string) =>
  anEvent('annotated', '2026-03-11T09:00:00.000Z', {
    ...ofIncident,
    id: 'P2LA89X',
    content,
    trimmed: false,
    type: 'incident_note',
  });

describe('a recorded incident', () => {
  let portal: Awaited<ReturnType<typeof setUp>>;
  beforeEach(async () => {
    portal = await setUp();
  });
  afterEach(() => portal.stop());

  async function send(body: string): Promise<void> {
    const answer = await fetch(`${portal.url}/incident-sources/pagerduty`, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-PagerDuty-Signature': signature(SECRET, body),
      },
    });
    expect(answer.status).toBe(202);
  }

  async function eventually(check: () => Promise<void>): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await check();
      } catch (error) {
        if (attempt > 500) throw error;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }
  }

  // Retries are serialized differently, so that equal bytes do not hide duplicates.
  it.each([
    ['in order', [0, 1, 2, 3, 4, 5]],
    ['backwards', [5, 4, 3, 2, 1, 0]],
    ['shuffled', [2, 5, 0, 4, 1, 3]],
    [
      'tripled and shuffled',
      [3, 0, 5, 5, 1, 2, 4, 0, 3, 1, 4, 2, 0, 5, 2, 1, 3, 4],
    ],
  ])('creates one draft when it arrives %s', async (_, order) => {
    const sent = RECORDED.map(() => 0);
    for (const index of order) {
      await send(JSON.stringify(RECORDED[index], undefined, sent[index]));
      sent[index] += 1;
    }
    await eventually(async () =>
      expect(await drafts(order.length)).toMatchObject([DRAFT]),
    );
  });

  it('stays the same after repeated backfills', async () => {
    portal.pagerDuty.incidents = [RECORDED_INCIDENT];
    portal.pagerDuty.logs = { [RECORDED_INCIDENT.id]: RECORDED_LOG };
    const ask = () =>
      portal.api.requestBackfill(
        {
          params: { source: 'pagerduty' },
          body: { since: '2026-01-01T00:00:00Z' },
        },
        as,
      );
    await ask();
    await eventually(async () =>
      expect(await drafts(1)).toMatchObject([DRAFT]),
    );

    for (const delivery of RECORDED) await send(JSON.stringify(delivery));
    await ask();
    await send(JSON.stringify(annotated('A line at the very end')));
    await eventually(async () =>
      expect(await drafts(3 + RECORDED.length)).toMatchObject([
        {
          ...DRAFT,
          timeline: [...DRAFT.timeline, 'A line at the very end\n\n– Ada Obi'],
        },
      ]),
    );
  });

  /** Waits until a number of deliveries are applied, and returns the drafts. */
  async function drafts(count: number) {
    await eventually(async () => {
      const { items } = await portal.api.listIncidentSources({}, as);
      expect(items[0].deliveries).toMatchObject({ applied: count, pending: 0 });
    });
    const { items } = await portal.api.listPostmortems({ query: {} }, as);
    return Promise.all(
      items.map(async ({ id }) => {
        const params = { id };
        const timeline = await portal.api.listTimelineEvents({ params }, as);
        return {
          ...(await portal.api.getPostmortem({ params }, as)),
          timeline: timeline.items.map(({ text }) => text),
        };
      }),
    );
  }
});
