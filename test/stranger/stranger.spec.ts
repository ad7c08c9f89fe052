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

import { expect, test as base } from '@playwright/test';
import { watchConsole } from '../support/console';
import { ALERTS_SECRET, firingAlert } from './alerts';

const SERVICE_PAGE = '/catalog/default/component/example-website';

const test = base.extend({
  page: async ({ page }, use, { project }) => {
    const problems = watchConsole(page);
    await page.goto('/');
    // One template lets guests in by itself, the other asks.
    const enter = page.getByRole('button', { name: 'Enter' });
    const inside = page.getByRole('link', { name: 'Postmortems' }).first();
    await expect(enter.or(inside)).toBeVisible();
    if (await enter.isVisible()) await enter.click();
    await expect(inside).toBeVisible();
    await use(page);
    // The old frontend system itself has something to say on every page.
    const ours = problems.filter(
      problem => project.name === 'default' || /postmortem/i.test(problem),
    );
    expect(ours, 'problems in the console of the browser').toEqual([]);
  },
});

test('an entity of the example catalog has the Postmortems tab', async ({
  page,
}) => {
  await page.goto(SERVICE_PAGE);
  // A link among the contents of the entity in one frontend system, a tab in the other.
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
  await expect(page.getByText(/SEV-1 within 3 days/)).toBeVisible();
});

test('the page over all postmortems opens from the sidebar', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Postmortems' }).first().click();

  await expect(page).toHaveURL(/\/postmortems\b/);
  await expect(
    page.getByRole('heading', { name: 'No postmortems yet' }),
  ).toBeVisible();
});

test('a postmortem can be started at the entity, and its page opens', async ({
  page,
}) => {
  await page.goto(`${SERVICE_PAGE}/postmortems`);
  await page.getByRole('button', { name: 'Start postmortem' }).first().click();
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

test('an alert becomes a draft by itself', async ({ page, request }) => {
  const summary = 'The website is down';
  const answer = await request.post(
    '/api/postmortems/incident-sources/alertmanager',
    {
      headers: { Authorization: `Bearer ${ALERTS_SECRET}` },
      data: firingAlert({ service: 'example-website', summary }),
    },
  );
  expect(answer.status()).toBe(202);

  await expect(async () => {
    await page.goto('/postmortems');
    await expect(page.getByText(summary).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 30_000 });
});
