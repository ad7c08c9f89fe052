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
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleGitHub from './index';

async function trackersWith(data: JsonObject): Promise<string[]> {
  const trackers: string[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        postmortemsTrackersExtensionPoint,
        { addTracker: ({ id }) => trackers.push(id) },
      ],
    ],
    features: [
      postmortemsModuleGitHub,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  return trackers;
}

it('adds its tracker where it is configured, and else does nothing', async () => {
  expect(
    await trackersWith({
      integrations: { github: [{ host: 'github.com', token: 'x' }] },
    }),
  ).toEqual(['github']);
  expect(await trackersWith({})).toEqual([]);
});
