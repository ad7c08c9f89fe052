import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { getAsGuest } from '../support/api';
import { watchConsole } from '../support/console';
import type { Portal } from '../support/portal.mts';
import { ALERTS_SECRET } from './alerts';
import { type Variant, dirVariable, nameOf } from './variants';

const ROOT = join(__dirname, '../..');

export interface PortalOptions {
  variant: Variant;
  portal: Portal;
}

async function hasExamples(origin: string) {
  await getAsGuest(
    origin,
    '/api/catalog/entities/by-name/component/default/example-website',
  );
  return true;
}

/** Each project has its own portal. Tests start signed in. */
export const test = base.extend<
  { open: (path: string) => Promise<Page> },
  PortalOptions
>({
  variant: [undefined as never, { scope: 'worker', option: true }],

  portal: [
    async ({ variant }, use) => {
      const { template, database, basePath } = variant;
      // Playwright can load ES modules with import.meta only dynamically.
      const { startPortal } = await import('../support/portal.mts');
      const portal = await startPortal({
        dir: String(process.env[dirVariable(template)]),
        logDir: join(
          ROOT,
          'test-results/stranger-portal',
          nameOf(variant).replace(/\W+/g, '-'),
        ),
        basePath,
        isBuilt: true,
        isReady: hasExamples,
        env: { ALERTS_SECRET },
        configs:
          database === 'PostgreSQL'
            ? [join(ROOT, 'test/stranger/app-config.postgres.yaml')]
            : [],
      });
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  open: async ({ page, portal }, use) => {
    const problems = watchConsole(page);
    await page.goto(portal.url);
    // One template signs guests in automatically, the other asks.
    const enter = page.getByRole('button', { name: 'Enter' });
    const inside = page.getByRole('link', { name: 'Postmortems' }).first();
    await expect(enter.or(inside)).toBeVisible();
    if (await enter.isVisible()) await enter.click();
    await expect(inside).toBeVisible();
    await use(async path => {
      await page.goto(`${portal.url}${path}`);
      return page;
    });
    // Backstage has warnings of its own, such as about the old frontend system.
    const ours = problems.filter(problem => /postmortem/i.test(problem));
    expect(ours, 'problems of ours in the console').toEqual([]);
  },
});

export { expect };
