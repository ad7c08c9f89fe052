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

import { defineConfig } from '@playwright/test';
import { browserTests } from './test/support/browser';

export default defineConfig(browserTests, {
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './test/e2e/globalSetup.mts',
  projects: [
    { name: 'journeys', testIgnore: 'log.spec.ts', teardown: 'log' },
    // What it writes would be in the way of the others.
    {
      name: 'hostile',
      testDir: 'test/hostile',
      testMatch: '*.spec.ts',
      dependencies: ['journeys'],
    },
    // What the portal has logged is judged when everything else is done.
    { name: 'log', testMatch: 'log.spec.ts' },
  ],
});
