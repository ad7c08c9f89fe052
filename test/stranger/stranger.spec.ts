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

import { expect, test } from '../support/fixtures';

test('an entity of the example catalog has the Postmortems tab', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/example-website');
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Postmortems' })
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
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Postmortems' })
    .click();

  await expect(page).toHaveURL(/\/postmortems\b/);
  await expect(
    page.getByRole('heading', { name: 'No postmortems yet' }),
  ).toBeVisible();
});
