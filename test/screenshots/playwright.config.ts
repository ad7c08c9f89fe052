import { defineConfig } from '@playwright/test';
import { browserTests } from '../support/browser';

export default defineConfig(browserTests, {
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  globalSetup: '../e2e/globalSetup.mts',
  use: { viewport: { width: 1280, height: 800 } },
});
