import { defineConfig } from '@playwright/test';
import { browserTests } from '../support/browser';
import type { PortalOptions } from './fixtures';
import { VARIANTS, nameOf } from './variants';

export default defineConfig<object, PortalOptions>(
  browserTests as typeof browserTests & object,
  {
    testDir: '.',
    outputDir: '../../test-results/stranger',
    globalSetup: './globalSetup.mts',
    projects: VARIANTS.map(variant => ({
      name: nameOf(variant),
      use: { variant },
    })),
  },
);
