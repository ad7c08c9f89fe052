import { createHmac } from 'node:crypto';
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
import { FakeGitHub } from './__testUtils__/FakeGitHub';
import postmortemsModuleGitHub from './index';

jest.setTimeout(60_000);

const SECRET = 'shared-with-github';

const entity = (kind: string, name: string, more: Partial<Entity> = {}) =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...more.metadata },
    relations: more.relations,
  } as Entity);

it('syncs an action item with GitHub in both directions', async () => {
  const github = new FakeGitHub('ghp_token');
  const integration = await github.start();
  const backend = await startTestBackend({
    features: [
      postmortemsPlugin,
      postmortemsModuleGitHub,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          integrations: { github: [integration] },
          postmortems: {
            tickets: { pollInterval: false },
            trackers: { github: { webhookSecret: SECRET } },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          entity('User', 'bob'),
          entity('Component', 'checkout', {
            relations: [
              { type: 'ownedBy', targetRef: 'group:default/checkout' },
            ],
          }),
          entity('Group', 'checkout', {
            metadata: {
              name: 'checkout',
              annotations: {
                'postmortems/ticket-tracker': `github:${integration.host}/acme/shop`,
              },
            },
          }),
        ],
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/postmortems`;
  const api = createPostmortemsClient({
    discoveryApi: { getBaseUrl: async () => url },
    fetchApi: { fetch },
  });
  const as = { token: mockCredentials.user.token('user:default/bob') };

  const { id } = await api.createPostmortem(
    {
      body: {
        title: 'Checkout down',
        severity: 'SEV-1',
        startedAt: '2026-03-10T09:14:00Z',
        resolvedAt: '2026-03-10T11:28:00Z',
        entityRefs: ['component:default/checkout'],
      },
    },
    as,
  );
  await api.addActionItem(
    {
      params: { id },
      body: {
        title: 'Flush in steps',
        kind: 'prevent',
        priority: 'P1',
        status: 'open',
        ownerRef: 'user:default/bob',
      },
    },
    as,
  );
  const params = { id, key: 'A1' };
  const made = await api.putTicket({ params, body: {} }, as);
  const [issue] = github.issues;
  expect(issue).toMatchObject({ title: 'Flush in steps', state: 'open' });
  expect(issue.body).toContain(`https://portal.example.com/postmortems/${id}`);
  expect(made.ticket).toMatchObject({ url: issue.html_url, sync: 'ok' });

  const item = async () =>
    (await api.listPostmortemActionItems({ params: { id } }, as)).items[0];
  const eventually = async (check: () => Promise<void>) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await check();
      } catch (error) {
        if (attempt > 500) throw error;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }
  };

  Object.assign(issue, { state: 'closed', state_reason: 'completed' });
  const body = JSON.stringify({ action: 'closed', issue });
  const answer = await fetch(`${url}/ticket-trackers/github`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'issues',
      'X-Hub-Signature-256': `sha256=${createHmac('sha256', SECRET)
        .update(body)
        .digest('hex')}`,
    },
  });
  expect(answer.status).toBe(202);
  await eventually(async () => expect((await item()).status).toBe('done'));

  const { revision } = await item();
  await api.updateActionItem(
    { params, body: { status: 'open' }, ifMatch: revision },
    as,
  );
  await eventually(async () => expect(issue.state).toBe('open'));

  await backend.stop();
  await github.server.stop();
});
