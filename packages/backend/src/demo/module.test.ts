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
import { createPostmortemsClient } from 'backstage-plugin-postmortems-common';
import demoContent from '.';
import { readDemoContent } from './readDemoContent';

const demo = resolve(__dirname, '../../demo');

jest.setTimeout(60_000);

describe('the demo', () => {
  it('fills a portal with postmortems of every compliance status and their action items', async () => {
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
            demo: { postmortems: { directory: `${demo}/postmortems` } },
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
  });
});
