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

import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import postmortemsPlugin from 'backstage-plugin-postmortems-backend';
import {
  createPostmortemsClient,
  incidentStandingSchema,
} from 'backstage-plugin-postmortems-common';
import demoContent from '.';
import { readDemoContent } from './readDemoContent';

const demo = resolve(__dirname, '../../demo');

jest.setTimeout(60_000);

const SECRET = `whsec_${Buffer.from('only for tests').toString('base64')}`;

describe('the demo', () => {
  it('fills a portal with postmortems of every compliance status, their action items, and incidents', async () => {
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        postmortemsPlugin,
        demoContent,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [
                {
                  allow: [
                    'Domain',
                    'System',
                    'Component',
                    'API',
                    'Resource',
                    'Group',
                    'User',
                  ],
                },
              ],
              locations: [{ type: 'file', target: `${demo}/catalog/*.yaml` }],
            },
            demo: {
              postmortems: { directory: `${demo}/postmortems` },
              incidents: { file: `${demo}/incidents.yaml` },
            },
            postmortems: {
              incidentSources: { generic: { secrets: [SECRET] } },
            },
          },
        }),
      ],
    });
    const client = createPostmortemsClient({
      discoveryApi: {
        getBaseUrl: async () =>
          `http://localhost:${server.port()}/api/postmortems`,
      },
      fetchApi: { fetch },
    });
    const token = mockCredentials.user.token();

    const overall = async () => {
      const report = await client.getCompliance({ query: {} }, { token });
      return report.overall;
    };
    const documents = await readDemoContent(`${demo}/postmortems`);
    while ((await overall()).total < documents.length) await setTimeout(500);

    const { counts } = await overall();
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual(
      [],
    );
    const actionItems = await client.summarizeActionItems(
      { query: {} },
      { token },
    );
    expect(actionItems.overall.total).toBe(
      documents.flatMap(({ postmortem }) => postmortem.actionItems).length,
    );
    expect(actionItems.overall.overdue).toBeGreaterThanOrEqual(12);

    const incidents = async () => {
      const { items } = await client.listIncidents(
        { query: { standing: incidentStandingSchema.options } },
        { token },
      );
      return Object.fromEntries(
        items.map(each => [each.key, each.waitingFor ?? each.standing]),
      );
    };
    const parked = async () => {
      const { items } = await client.listIncidentDeliveries(
        { query: { status: ['parked'] } },
        { token },
      );
      return items;
    };
    // The last that is sent, and the last that is new.
    while ((await parked()).length === 0 || !(await incidents())['HAL-305']) {
      await setTimeout(500);
    }
    expect(await incidents()).toEqual({
      'HAL-301': 'covered',
      'HAL-302': 'covered',
      'HAL-303': 'services',
      'HAL-304': 'severity',
      'HAL-305': 'not-required',
    });
    const { items } = await client.listPostmortems(
      { query: { q: 'Builds waited' } },
      { token },
    );
    const differences = async () => {
      const { sourceFacts } = await client.getPostmortem(
        { params: { id: items[0].id } },
        { token },
      );
      return sourceFacts.filter(({ state }) => state === 'differs');
    };
    while ((await differences()).length === 0) await setTimeout(500);
    expect(await differences()).toMatchObject([
      { field: 'title', value: 'Builds delayed by a lack of runners' },
    ]);
  });
});
