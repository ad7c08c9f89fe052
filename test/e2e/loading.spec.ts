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

/** Counts what moves without the user having done anything. */
function watchShifts() {
  const seen = window as unknown as { shift: number };
  seen.shift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      hadRecentInput: boolean;
    }[]) {
      if (!entry.hadRecentInput) seen.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

test('a portal loads nothing of what the screens need before they are opened', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const scripts = await page
    .locator('script[src]')
    .evaluateAll(all => all.map(each => (each as HTMLScriptElement).src));
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) {
    // A path of the contract, and a sentence of the screens.
    const text = await (await request.get(script)).text();
    expect(text).not.toContain('/postmortems/:id/sections');
    expect(text).not.toContain('wait for a postmortem');
  }
});

for (const path of [
  '/postmortems',
  '/postmortems/PM-1',
  '/postmortems/action-items',
  '/catalog/default/component/dns/postmortems',
  '/catalog/default/group/network/postmortems',
]) {
  test(`nothing moves under the reader's eyes on ${path}`, async ({ page }) => {
    await page.addInitScript(watchShifts);
    await page.goto(path);
    await expect(page.getByText(/PM-\d/).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(
      () => (window as unknown as { shift: number }).shift,
    );
    expect(shift).toBeLessThanOrEqual(0.1);
  });
}
