import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// This tests both together.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import postmortemsPlugin from 'backstage-plugin-postmortems-backend';
import { createPostmortemsClient } from 'backstage-plugin-postmortems-common';
import postmortemsModuleAlertmanager from './index';

jest.setTimeout(60_000);

const SECRET = 'shared-with-alertmanager';
const DAY = 24 * 3_600_000;
const as = { token: mockCredentials.user.token('user:default/ada') };

const entity = (kind: string, name: string, relations: object[] = []) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: relations as { type: string; targetRef: string }[],
});

async function setUp() {
  const backend = await startTestBackend({
    features: [
      postmortemsPlugin,
      postmortemsModuleAlertmanager,
      mockServices.rootConfig.factory({
        data: {
          postmortems: {
            incidentSources: { alertmanager: { secrets: [SECRET] } },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          entity('User', 'ada'),
          entity('Group', 'checkout'),
          entity('Component', 'checkout-api', [
            { type: 'ownedBy', targetRef: 'group:default/checkout' },
          ]),
        ],
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/postmortems`;
  const api = createPostmortemsClient({
    discoveryApi: { getBaseUrl: async () => url },
    fetchApi: { fetch },
  });
  return {
    backend,
    api,
    /** Sends a firing alert of the group. */
    async fires(summary: string, daysAgo: number, severity = 'critical') {
      const response = await fetch(`${url}/incident-sources/alertmanager`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SECRET}` },
        body: JSON.stringify({
          version: '4',
          groupKey: '{}/b1',
          truncatedAlerts: 0,
          status: 'firing',
          receiver: 'pm',
          groupLabels: {},
          commonLabels: {},
          commonAnnotations: { summary },
          externalURL: 'https://am.example',
          alerts: [
            {
              status: 'firing',
              labels: { alertname: 'X', severity, service: 'checkout-api' },
              annotations: {},
              startsAt: new Date(Date.now() - daysAgo * DAY).toISOString(),
              endsAt: '0001-01-01T00:00:00Z',
              generatorURL: 'https://prom.example/g',
              fingerprint: '00',
            },
          ],
        }),
      });
      expect(response.status).toBe(202);
    },
    /** Waits for a number of drafts, oldest incident first. */
    async drafts(count: number) {
      for (;;) {
        const { items } = await api.listPostmortems({ query: {} }, as);
        if (items.length >= count) {
          expect(items).toHaveLength(count);
          return items.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
        }
        await sleep(50);
      }
    },
  };
}

it('creates a new draft for an outage after one whose end was lost', async () => {
  const { backend, api, fires, drafts } = await setUp();
  try {
    await fires('Checkout errors (spring)', 100);
    await drafts(1);
    await fires('Checkout errors (autumn)', 0.5);
    const [spring, autumn] = await drafts(2);
    expect(spring).toMatchObject({
      title: 'Checkout errors (spring)',
      complianceStatus: 'pending',
    });
    expect(spring.resolvedAt).toBeUndefined();
    expect(autumn.title).toBe('Checkout errors (autumn)');
    const { id } = spring;
    for (;;) {
      const events = await api.listTimelineEvents({ params: { id } }, as);
      if (JSON.stringify(events).includes('never reported')) break;
      await sleep(50);
    }
  } finally {
    await backend.stop();
  }
});

it('creates a new draft if a person entered the end of the last outage', async () => {
  const { backend, api, fires, drafts } = await setUp();
  try {
    await fires('Checkout errors (spring)', 100);
    const [{ id, revision }] = await drafts(1);
    const resolvedAt = new Date(Date.now() - 99.9 * DAY).toISOString();
    await api.updatePostmortem(
      { params: { id }, body: { resolvedAt }, ifMatch: revision },
      as,
    );
    await fires('Checkout errors (autumn)', 0.5);
    const [spring, autumn] = await drafts(2);
    expect(spring).toMatchObject({
      title: 'Checkout errors (spring)',
      resolvedAt,
    });
    expect(autumn.title).toBe('Checkout errors (autumn)');
    expect(autumn.resolvedAt).toBeUndefined();
  } finally {
    await backend.stop();
  }
});

it('matches severities in any case', async () => {
  const { backend, fires, drafts } = await setUp();
  try {
    await fires('Checkout errors', 0.1, 'Critical');
    expect(await drafts(1)).toMatchObject([{ governingSeverity: 'SEV-1' }]);
  } finally {
    await backend.stop();
  }
});
