import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { getAsGuest } from '../support/api';
import { watchConsole } from '../support/console';
import { expect, test } from '../support/fixtures';
import type { Portal } from '../support/portal.mts';

const LIST = '/postmortems/all';
const ROOT = join(__dirname, '../..');

/** The id of an action item with the key A3, such as `PM-7/A3`. */
async function findThirdActionItem(origin: string): Promise<string> {
  const { items } = await getAsGuest<{ items: { id: string }[] }>(
    origin,
    '/api/postmortems/action-items?limit=100',
  );
  const item = items.find(({ id }) => id.endsWith('/A3'));
  if (!item) throw new Error('The demo has no third action item');
  return item.id;
}

/** A column header may have the same name. */
const filter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name });

async function filterBySeverity(page: Page, wanted: boolean) {
  await filter(page, /^Severity/).click();
  const severity = page.getByRole('checkbox', { name: 'SEV-1' });
  await severity.setChecked(wanted);
  await page.keyboard.press('Escape');
  // It covers the list until its animation ends.
  await expect(severity).toBeHidden();
}

test('back and forward work through tabs, filters and a postmortem', async ({
  page,
}) => {
  await page.goto(LIST);
  await filterBySeverity(page, true);
  await expect(page).toHaveURL(/severity=SEV-1/);
  const first = page.locator('main tbody a[href*="/postmortems/PM-"]').first();
  await first.click();
  await expect(page).toHaveURL(/\/postmortems\/PM-\d+$/);
  const postmortem = page.url();
  await page
    .getByRole('link', { name: 'Postmortems' })
    .and(page.locator('main *, [class*=bui-PluginHeader] *'))
    .first()
    .click();
  await expect(page).toHaveURL(/\/postmortems\/all$/);

  await page.goBack();
  await expect(page).toHaveURL(postmortem);
  await page.goBack();
  await expect(page).toHaveURL(/severity=SEV-1/);
  await expect(filter(page, /^Severity.*SEV-1/)).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/severity/);

  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(postmortem);
});

test('titles wrap to two lines inside their cells, without scrolling sideways', async ({
  page,
}) => {
  for (const path of [LIST, '/postmortems/action-items']) {
    await page.goto(path);
    const links = page.locator('main tbody th a');
    await expect(links.first()).toBeVisible();
    const boxes = await links.evaluateAll(all =>
      all.map(link => {
        const box = link.getBoundingClientRect();
        const cell = link.closest('th')!.getBoundingClientRect();
        const title = link.lastElementChild!.getBoundingClientRect();
        return {
          isInside: box.left >= cell.left && box.right <= cell.right,
          lines: Math.round(title.height / 20),
          width: title.width,
        };
      }),
    );
    for (const { isInside, lines, width } of boxes) {
      expect(isInside).toBe(true);
      expect(lines).toBeLessThanOrEqual(2);
      // About 60 characters on two lines.
      if (lines === 2) expect(width).toBeGreaterThan(215);
    }
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBe(window);
  }
});

test('the URL contains the filters', async ({ page }) => {
  await page.goto(`${LIST}?severity=SEV-1&complianceStatus=late`);
  await expect(filter(page, /^Severity.*SEV-1/)).toBeVisible();
  await filterBySeverity(page, false);
  await expect(page).toHaveURL(`${LIST}?complianceStatus=late`);
  await page.reload();
  await expect(filter(page, /^Compliance.*Late/)).toBeVisible();
});

test('a link to an action item scrolls to it', async ({ page, baseURL }) => {
  const id = await findThirdActionItem(String(baseURL));
  await page.goto(`/postmortems/${id.replace('/', '#')}`);
  await expect(page.locator('#A3')).toBeInViewport();
});

test('links open in a new tab', async ({ page, context }) => {
  await page.goto(LIST);
  const link = page.locator('main tbody a[href*="/postmortems/PM-"]').first();
  const opened = context.waitForEvent('page');
  await link.click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(tab).toHaveURL(/\/postmortems\/PM-\d+$/);
  await expect(tab.locator('main h2').first()).toContainText(/PM-\d+/);
  await expect(page).toHaveURL(LIST);
});

test('the browser tab has the title of each page, and resets after leaving', async ({
  page,
}) => {
  const app = 'Halyard developer portal';
  // The portal's counter of unread notifications rewrites titles, and may put back an earlier one.
  await page.route('**/api/notifications/status', route =>
    route.fulfill({ json: { unread: 0, read: 0 } }),
  );
  for (const [path, title] of [
    ['/postmortems/all', `Postmortems | Postmortems | ${app}`],
    ['/postmortems/action-items', `Action items | Postmortems | ${app}`],
    ['/postmortems/compliance', `Compliance | Postmortems | ${app}`],
    ['/postmortems/insights', `Insights | Postmortems | ${app}`],
    [
      '/postmortems/incident-sources',
      `Incident sources | Postmortems | ${app}`,
    ],
    ['/postmortems/new', `Start a postmortem | Postmortems | ${app}`],
    ['/postmortems/PM-1', `PM-1 .+ | Postmortems | ${app}`],
  ] as const) {
    await page.goto(path);
    await expect(page).toHaveTitle(
      new RegExp(`^${title.replaceAll('|', '\\|')}$`),
    );
    // The backend logs an error for an aborted request.
    await page.waitForLoadState('networkidle');
  }
  await page.getByRole('link', { name: 'Home' }).first().click();
  await expect(page).not.toHaveTitle(/PM-1|Postmortems/);
});

test.describe('under a base path', () => {
  let portal: Portal;

  test.beforeAll(async () => {
    test.setTimeout(200_000);
    // Playwright can load ES modules with import.meta only dynamically.
    const { startPortal } = await import('../support/portal.mts');
    portal = await startPortal({
      dir: ROOT,
      logDir: join(ROOT, 'test-results/base-path-portal'),
      basePath: '/portal',
      isBuilt: true,
      // Examples are imported one by one, and the first may have no action items.
      isReady: async origin => {
        const { totalItems } = await getAsGuest<{ totalItems: number }>(
          origin,
          '/api/postmortems/action-items?status=open&limit=1',
        );
        return totalItems > 0;
      },
    });
  });

  test.afterAll(async () => {
    await portal?.stop();
  });

  test('all navigation stays below the base path', async ({ browser }) => {
    const page = await browser.newPage();
    const problems = watchConsole(page);
    const below = (path: string) => `${portal.url}${path}`;
    await page.goto(below(''));
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'Postmortems' }).first().click();
    await expect(page).toHaveURL(below('/postmortems/all'));

    await page.getByRole('tab', { name: 'Action items' }).click();
    await expect(page).toHaveURL(below('/postmortems/action-items'));
    const item = page
      .locator('main tbody a[href^="/portal/postmortems/PM-"]')
      .first();
    await item.click();
    await expect(page).toHaveURL(
      new RegExp(`^${below('/postmortems/PM-')}\\d+#A\\d+$`),
    );
    await page.reload();
    await expect(page.locator('main h2').first()).toContainText(/PM-\d+/);

    await page.goto(below('/catalog/default/component/dns/postmortems'));
    await expect(
      page.locator('main table a[href^="/portal/postmortems/PM-"]').first(),
    ).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/PM-\d+#A\d+$/);

    expect(problems).toEqual([]);
    await page.context().close();
  });
});
