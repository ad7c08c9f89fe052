import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ALERTS_SECRET, firingAlert } from './alerts';
import { expect, test } from './fixtures';

const SERVICE_PAGE = '/catalog/default/component/example-website';

const isDark = (page: Page) =>
  page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.body)
      .backgroundColor.match(/\d+/g)!
      .map(Number);
    return red + green + blue < 3 * 128;
  });

test('an entity has the tab, and cards on its overview', async ({ open }) => {
  const page = await open(SERVICE_PAGE);
  await expect(
    page.getByRole('button', { name: 'Start postmortem' }),
  ).toBeVisible();
  await expect(
    page.getByText('No incidents and no open action items.'),
  ).toBeVisible();

  // An entity content link in one frontend system, a tab in the other.
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Postmortems' })
    .or(page.getByRole('tab', { name: 'Postmortems' }))
    .click();
  await expect(page).toHaveURL(/\/example-website\/postmortems$/);
  await expect(
    page.getByRole('heading', { name: 'No postmortems yet' }),
  ).toBeVisible();
  // The policy comes from the backend.
  await expect(page.getByText(/within 3 days for SEV-1/)).toBeVisible();
});

for (const [kind, path] of [
  ['group', '/catalog/default/group/guests/postmortems'],
  ['user', '/catalog/default/user/guest/postmortems'],
]) {
  test(`a ${kind} has the tab`, async ({ open }) => {
    const page = await open(path);
    await expect(page.getByText(/postmortem/i).nth(1)).toBeVisible();
    await expect(page.getByText('Not Found')).toBeHidden();
    await expect(page.getByRole('alert')).toBeHidden();
  });
}

test('the page opens from the sidebar', async ({ open, portal }) => {
  const page = await open('/');
  await page.getByRole('link', { name: 'Postmortems' }).first().click();
  await expect(page).toHaveURL(`${portal.url}/postmortems/all`);
  await expect(
    page.getByRole('heading', { name: 'No postmortems yet' }),
  ).toBeVisible();
});

test('the menu and the About card of an entity lead to postmortems', async ({
  open,
  variant,
}) => {
  // The old frontend system has no extension points for these.
  if (variant.template === 'legacy') return;
  const page = await open(SERVICE_PAGE);
  await expect(
    page.locator('a[href*="/postmortems/all?entityRef="]').first(),
  ).toBeVisible();
  await page.getByRole('button', { name: /more/i }).first().click();
  await page.getByRole('menuitem', { name: 'Start postmortem' }).click();
  await expect(page).toHaveURL(/\/postmortems\/new\?entityRef=component/);
});

test('the home page has the widget', async ({ open, variant }) => {
  if (variant.template === 'legacy') return;
  const page = await open('/home');
  await expect(page.getByText('My postmortems and action items')).toBeVisible();
});

test('a postmortem can be started at the entity, and its page opens', async ({
  open,
}) => {
  const page = await open(`${SERVICE_PAGE}/postmortems`);
  await page
    .getByRole('link', { name: 'Start postmortem' })
    .or(page.getByRole('button', { name: 'Start postmortem' }))
    .first()
    .click();
  await page.getByLabel('Title').fill('The website was slow');
  await page.getByLabel('Severity').click();
  await page.getByRole('option', { name: /^SEV-2/ }).click();
  await page.getByLabel('Started').fill('2026-01-05T10:00');
  await page.getByLabel('Resolved').fill('2026-01-05T12:00');
  await page.getByRole('button', { name: 'Start postmortem' }).click();

  await expect(page).toHaveURL(/\/postmortems\/PM-\d+/);
  await expect(
    page.getByRole('heading', { name: 'The website was slow' }),
  ).toBeVisible();
});

test('an alert becomes a draft', async ({ open, portal, request }) => {
  const summary = 'The website is down';
  const answer = await request.post(
    `${portal.origin}/api/postmortems/incident-sources/alertmanager`,
    {
      headers: { Authorization: `Bearer ${ALERTS_SECRET}` },
      data: firingAlert({ service: 'example-website', summary }),
    },
  );
  expect(answer.status()).toBe(202);

  await expect(async () => {
    const page = await open('/postmortems');
    await expect(page.getByText(summary).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 30_000 });
});

test('the page is dark in the dark theme', async ({ open }) => {
  const page = await open('/postmortems');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.reload();
  await expect(page.locator('main').first()).toBeVisible();
  await expect.poll(() => isDark(page)).toBe(true);
});

test('the backend logs no error of the plugin', async ({ portal }) => {
  const lines = readFileSync(portal.logFile, 'utf8')
    .split('\n')
    .filter(line => /\bpostmortems\b/.test(line) && /\berror\b/.test(line));
  expect(lines).toEqual([]);
});
