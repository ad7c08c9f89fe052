import { expect, test } from '../support/fixtures';
import { tabTo } from '../support/keyboard';

/** The user journeys, by keyboard only. */

// Slow, because of many Tab presses.
test.beforeEach(() => test.slow());

test('an engineer reads the history of a service by keyboard', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/edge-proxy');
  const tabs = page.getByRole('navigation', { name: 'Content navigation' });
  await tabTo(page, tabs.getByRole('link', { name: 'Postmortems' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^\d+ postmortems$/)).toBeVisible();

  const title = /^PM-14 Most of the edge returned errors/;
  await tabTo(page, page.getByRole('link', { name: title }));
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { level: 2, name: title }),
  ).toBeVisible();
  const levels = await page
    .locator('main')
    .getByRole('heading')
    .evaluateAll(headings => headings.map(({ tagName }) => tagName));
  expect(levels[0]).toBe('H2');
  expect(levels).toContain('H3');

  // Comments open beside the page, and return the focus when closed.
  const comments = page.getByRole('button', { name: /^Comments/ });
  await tabTo(page, comments);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Comments' });
  await expect(panel.getByRole('heading', { name: 'Comments' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(comments).toBeFocused();

  // A menu and its dialog return the focus.
  await tabTo(
    page,
    page.getByRole('button', { name: 'More actions', exact: true }),
  );
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(
    page.getByRole('button', { name: 'More actions', exact: true }),
  ).toBeFocused();
});

test('a lead chases what is overdue by keyboard', async ({ page }) => {
  await page.goto('/catalog/default/group/network/postmortems');
  const panel = page.getByRole('region', { name: 'Overdue action items' });
  const change = panel
    .getByRole('button', { name: /^Change owner of PM-\d+\/A\d+$/ })
    .first();
  await tabTo(page, change);
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  const owner = form.getByRole('textbox', { name: /Owner/ });
  await expect(owner).toBeFocused();
  await page.keyboard.press('Escape');
  // The first press closes open suggestions.
  await expect(async () => {
    if (await form.isVisible()) await page.keyboard.press('Escape');
    await expect(form).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await expect(change).toBeFocused();

  const status = panel.getByRole('button', { name: /^Status of PM-/ }).first();
  await tabTo(page, status, 'Shift+Tab');
  const label = String(await status.getAttribute('aria-label'));
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(page.getByRole('button', { name: label })).toBeFocused();

  await tabTo(
    page,
    panel.getByRole('link', { name: /^View all \d+$/ }),
    'Shift+Tab',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/postmortems\/action-items\?/);
  await expect(page.getByText(/^\d+ action items?$/)).toBeVisible();
});

test('an SRE filters by severity by keyboard, and the result is announced', async ({
  page,
}) => {
  await page.goto('/postmortems/all');
  const count = page.getByRole('status').filter({ hasText: /postmortems?$/ });
  await expect(count).toBeVisible();
  const everything = await count.innerText();

  const severity = page
    .getByRole('group', { name: 'Filters' })
    .getByRole('button', { name: /^Severity/ });
  await tabTo(page, severity);
  await page.keyboard.press('Enter');
  const choice = page.getByRole('checkbox', { name: /SEV-2/ });
  await tabTo(page, choice);
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(choice).toBeHidden();
  await expect(severity).toBeFocused();
  await expect(page).toHaveURL(/severity=SEV-2/);
  await expect(count).not.toHaveText(everything);

  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('database');
  await expect(page).toHaveURL(/q=database/);
  const head = page
    .getByRole('columnheader', { name: 'Severity' })
    .getByRole('button');
  await tabTo(page, head);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/orderField=severity/);
  await expect(head).toBeFocused();

  await tabTo(page, page.getByRole('rowheader').getByRole('link').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/postmortems\/PM-\d+$/);
});
