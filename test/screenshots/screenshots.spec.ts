import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

/** Takes the README's screenshots of the demo portal: `yarn screenshots`. */

const IMAGES = join(__dirname, '../../docs/images');

async function take(page: Page, name: string) {
  // Avoids tooltips and hover effects.
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: join(IMAGES, `${name}.png`),
    animations: 'disabled',
  });
}

test('the tab of a service', async ({ page }) => {
  await page.goto('/catalog/default/component/edge-proxy/postmortems');
  await expect(page.getByText(/^\d+ postmortems$/)).toBeVisible();
  await expect(page.getByText('last incident')).toBeVisible();
  await take(page, 'entity-tab');
});

test('a postmortem, to read and to write', async ({ page }) => {
  await page.goto('/postmortems/all?complianceStatus=overdue');
  await page
    .getByRole('table', { name: 'Postmortems' })
    .getByRole('rowheader')
    .first()
    .getByRole('link')
    .click();
  await expect(page.getByText(/Overdue \d+ d/).first()).toBeVisible();
  await take(page, 'postmortem');

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Edit Summary' }).click();
  await expect(page.getByRole('textbox', { name: 'Summary' })).toBeVisible();
  await take(page, 'editing');
});

test('starting a postmortem', async ({ page }) => {
  const yesterday = new Date(Date.now() - 86_400_000)
    .toISOString()
    .slice(0, 10);
  await page.goto(
    '/postmortems/new?entityRef=component%3Adefault%2Fedge-proxy',
  );
  await page
    .getByLabel('Title')
    .fill('Edge proxy dropped connections after a deploy');
  await page.getByLabel('Severity').click();
  await page.getByRole('option', { name: /^SEV-2/ }).click();
  await page.getByLabel('Started').fill(`${yesterday}T09:14`);
  await page.getByLabel('Resolved').fill(`${yesterday}T11:28`);
  await expect(
    page.getByText(/5 business days after resolution/).first(),
  ).toBeVisible();
  await take(page, 'create');
});

test('compliance of the teams', async ({ page }) => {
  await page.goto('/postmortems/compliance?groupBy=team');
  await expect(page.getByRole('rowheader', { name: 'Overall' })).toBeVisible();
  await take(page, 'compliance');
});

test('insights of many years', async ({ page }) => {
  await page.goto(
    '/postmortems/insights?startedAfter=2017-01-01&startedBefore=2026-01-01',
  );
  await expect(
    page.getByRole('heading', { name: /incidents/i }).first(),
  ).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await take(page, 'insights');
});

test('the work of a team', async ({ page }) => {
  await page.goto('/catalog/default/group/network/postmortems');
  const overdue = page.getByRole('region', { name: 'Overdue action items' });
  await expect(overdue.getByText(/^Overdue \d+ d$/).first()).toBeVisible();
  await take(page, 'team');
});

test('all action items', async ({ page }) => {
  await page.goto('/postmortems/action-items');
  await expect(page.getByText(/^Overdue \d+ d$/).first()).toBeVisible();
  await take(page, 'action-items');
});

test('incidents without a postmortem', async ({ page }) => {
  await page.goto('/postmortems/all');
  await expect(page.getByText(/incidents need a postmortem/)).toBeVisible();
  await take(page, 'incidents');
});

test('the incident sources', async ({ page }) => {
  await page.goto('/postmortems/incident-sources');
  await expect(page.getByText('Receipts were sent twice')).toBeVisible();
  await take(page, 'incident-sources');
});
