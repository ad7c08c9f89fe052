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
import { RECORDED, signature } from './__testUtils__/deliveries';
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

  // What is sent again is written otherwise, so that it is not taken for the same by its bytes.
  it.each([
    ['in order', [0, 1, 2, 3, 4, 5]],
    ['backwards', [5, 4, 3, 2, 1, 0]],
    ['shuffled', [2, 5, 0, 4, 1, 3]],
    [
      'tripled and shuffled',
      [3, 0, 5, 5, 1, 2, 4, 0, 3, 1, 4, 2, 0, 5, 2, 1, 3, 4],
    ],
  ])('makes one draft when it arrives %s', async (_, order) => {
    const sent = RECORDED.map(() => 0);
    for (const index of order) {
      await send(JSON.stringify(RECORDED[index], undefined, sent[index]));
      sent[index] += 1;
    }
    await eventually(async () => {
      const { items } = await portal.api.listIncidentSources({}, as);
      expect(items[0].deliveries).toMatchObject({
        applied: order.length,
        pending: 0,
      });
    });
    await eventually(showsAll);
  });

  async function showsAll(): Promise<void> {
    const { items } = await portal.api.listPostmortems({ query: {} }, as);
    expect(items).toHaveLength(1);
    const { id } = items[0];
    const draft = await portal.api.getPostmortem({ params: { id } }, as);
    expect(draft).toMatchObject({
      title: 'Checkout returns 500s',
      status: 'draft',
      governingSeverity: 'SEV-1',
      severity: 'SEV-3',
      startedAt: '2026-03-10T09:14:00.000Z',
      resolvedAt: '2026-03-11T01:05:30.000Z',
      entityRefs: ['component:default/checkout'],
      teamRefs: ['group:default/checkout'],
      contributors: [{ userRef: 'user:default/ada', role: 'responder' }],
      // Three days from the last resolution, to the end of the day.
      deadline: { dueAt: '2026-03-14T23:59:59.999Z' },
    });
    expect(draft.severityHistory.map(({ severity }) => severity)).toEqual([
      'SEV-3',
      'SEV-1',
      'SEV-3',
    ]);
    const timeline = await portal.api.listTimelineEvents(
      { params: { id } },
      as,
    );
    expect(timeline.items.map(({ text }) => text)).toEqual([
      'Reopened by Ada Obi',
    ]);
  }
});
