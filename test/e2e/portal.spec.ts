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

test('a guest enters the portal and finds a service in the catalog', async ({
  page,
}) => {
  await page.goto('/catalog');
  // A choice that is made while the page finds out what is owned is undone by it.
  await expect(async () => {
    await page.getByRole('menuitem', { name: /^All/ }).click();
    await expect(page.getByText(/^All Components/)).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  await page.getByRole('link', { name: 'edge-proxy' }).click();

  await expect(page.getByRole('heading', { name: 'edge-proxy' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Postmortems' })
    .click();
  await expect(page).toHaveURL(/\/component\/edge-proxy\/postmortems$/);
});
