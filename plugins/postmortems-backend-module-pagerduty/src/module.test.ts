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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import type { IncidentSource } from 'backstage-plugin-postmortems-node';
import postmortemsModulePagerDuty from './index';

async function sourcesWith(pagerduty: JsonObject): Promise<IncidentSource[]> {
  const found: IncidentSource[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        postmortemsIncidentSourcesExtensionPoint,
        { addSource: source => found.push(source) },
      ],
    ],
    features: [
      postmortemsModulePagerDuty,
      mockServices.rootConfig.factory({
        data: { postmortems: { incidentSources: { pagerduty } } },
      }),
    ],
  });
  await backend.stop();
  return found;
}

it('adds its source where there is a secret, and else does nothing', async () => {
  expect(await sourcesWith({})).toEqual([]);
  expect(await sourcesWith({ token: 'x' })).toEqual([]);

  const [webhooks] = await sourcesWith({ secrets: ['s'] });
  expect(webhooks).toMatchObject({ id: 'pagerduty', title: 'PagerDuty' });
  expect(webhooks.backfill).toBeUndefined();

  const [withToken] = await sourcesWith({ secrets: ['s'], token: 'x' });
  expect(withToken.backfill).toBeDefined();
});

it('names the key that is wrong', async () => {
  await expect(
    sourcesWith({ secrets: ['s'], token: 'x', apiBaseUrl: 'pagerduty' }),
  ).rejects.toThrow(
    /postmortems\.incidentSources\.pagerduty\.apiBaseUrl: must be an address/,
  );
});
