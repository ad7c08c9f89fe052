import type { PlaywrightTestConfig } from '@playwright/test';
import { findChromium } from '../../scripts/lib/chromium.mjs';

// Chromium refuses to run sandboxed as root, the usual user in containers.
const isRoot = process.getuid?.() === 0;

/** Options of all browser tests. */
export const browserTests: PlaywrightTestConfig = {
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // The tests share one portal and depend on its state.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    // Set by the global setup, which runs before the workers.
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
