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
