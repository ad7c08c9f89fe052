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

import type { PlaywrightTestConfig } from '@playwright/test';
import { findChromium } from '../../scripts/lib/chromium.mjs';

// Chromium refuses to run sandboxed as root, which is who runs tests in containers.
const isRoot = process.getuid?.() === 0;

/** What all tests in a browser have in common. */
export const browserTests: PlaywrightTestConfig = {
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // The tests share one portal and build on what they see in it.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    // Set by the global setup, which has run when the workers read this.
    baseURL: process.env.PORTAL_URL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      chromiumSandbox: !isRoot,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
};
