import { expect, test } from '../support/fixtures';

/** Records layout shifts without user input. */
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

test('a portal loads no screen code before a screen is opened', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const scripts = await page
    .locator('script[src]')
    .evaluateAll(all => all.map(each => (each as HTMLScriptElement).src));
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) {
    // A path of the API, and a sentence of a screen.
    const text = await (await request.get(script)).text();
    expect(text).not.toContain('/postmortems/:id/sections');
    expect(text).not.toContain('need a postmortem');
    // A class of the chart library.
    expect(text).not.toContain('visx-axis');
  }
});

test('the chart library loads with the insights only', async ({ page }) => {
  const withCharts = new Set<string>();
  page.on('response', async response => {
    if (response.request().resourceType() !== 'script') return;
    const text = await response.text().catch(() => '');
    if (text.includes('visx-axis')) withCharts.add(response.url());
  });
  for (const path of [
    '/postmortems/all',
    '/postmortems/PM-1',
    '/postmortems/action-items',
    '/postmortems/compliance',
    // Its card has a sparkline.
    '/catalog/default/domain/network-and-edge',
  ]) {
    await page.goto(path);
    await expect(
      page.getByText(/PM-\d|Overall|View insights/).first(),
    ).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  expect([...withCharts]).toEqual([]);
  await page.goto('/postmortems/insights');
  await expect(
    page.getByRole('heading', { name: 'Struck again' }),
  ).toBeVisible();
  await expect.poll(() => withCharts.size).toBeGreaterThan(0);
});

for (const path of [
  '/postmortems',
  '/postmortems/PM-1',
  '/postmortems/action-items',
  '/catalog/default/component/dns/postmortems',
  '/catalog/default/group/network/postmortems',
]) {
  test(`no layout shift on ${path}`, async ({ page }) => {
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
