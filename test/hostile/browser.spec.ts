import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { SERVICE, contentOf, sendHostileIncident } from './browser/content';

const corpora: Record<string, string[]> = JSON.parse(
  readFileSync(join(__dirname, '../fixtures/hostile-texts.json'), 'utf8'),
);
const MARKUP = corpora.markup;
/** Part of the title of every postmortem and incident in this test. */
const MARK = 'Hostile';
const SERVICE_PAGE = `/catalog/default/component/${SERVICE}`;

/** Finds elements that execute a script, or would on a click. */
function executables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const unsafe = /^\W*(javascript|vbscript|data:text)/i;
    return [...document.body.querySelectorAll('*')].flatMap(element =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            name === 'srcdoc' ||
            (/href|src|action|data/.test(name) && unsafe.test(value)),
        )
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    );
  });
}

/** Finds texts whose markup would have no visible effect even if it were interpreted. */
async function unnoticed(page: Page, executed: string[]): Promise<string[]> {
  const missed: string[] = [];
  for (const text of MARKUP.filter(each => /<\w+[ >]/.test(each))) {
    executed.length = 0;
    await page.evaluate(html => {
      const place = document.createElement('div');
      place.id = 'canary';
      document.body.append(place);
      const parsed = document.createElement('template');
      parsed.innerHTML = html;
      // Plain, in an attribute, and serialized again.
      for (const each of [html, `<p title="${html}">x</p>`, parsed.innerHTML]) {
        // Unlike innerHTML, this also runs scripts.
        place.append(document.createRange().createContextualFragment(each));
      }
    }, text);
    const found = await executables(page);
    await page.waitForTimeout(100);
    await page.evaluate(() => document.getElementById('canary')?.remove());
    if (found.length === 0 && executed.length === 0) missed.push(text);
  }
  return missed;
}

/** Records every visible effect of a script. */
async function watch(page: Page): Promise<string[]> {
  const executed: string[] = [];
  await page.exposeFunction('hostile', (by: unknown) => {
    executed.push(`hostile(${by})`);
  });
  // Report scripts that only the portal's content security policy stops.
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      if (/^(script|frame|object|base)/.test(event.violatedDirective)) {
        (window as any).hostile(`stopped ${event.violatedDirective}`);
      }
    });
  });
  page.on('dialog', dialog => {
    executed.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('request', request => {
    if (/evil\.test/.test(new URL(request.url()).host)) {
      executed.push(`request to ${request.url()}`);
    }
  });
  return executed;
}

test('no text runs as a script, wherever it is shown', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const content = await contentOf(request, {
    mark: MARK,
    texts: MARKUP,
    corpora,
  });
  await sendHostileIncident(request, { mark: MARK, texts: MARKUP });

  const executed = await watch(page);
  await page.goto('/');
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  await expect(enter).toBeHidden();
  // Verify that effects are detected.
  await page.evaluate(() => (window as any).hostile('itself'));
  expect(executed).toEqual(['hostile(itself)']);
  expect(await unnoticed(page, executed)).toEqual([]);
  executed.length = 0;

  const pages: [path: string, shown: RegExp | string][] = [
    [`/postmortems/${content.full}`, /hostile\(/],
    [`/postmortems/${content.published}`, /hostile\(/],
    [`/postmortems/all?q=${MARK}`, /hostile\(/],
    [`/postmortems/action-items?q=${MARK}&status=any`, /hostile\(/],
    ['/postmortems/incident-sources', /hostile\(/],
    ['/postmortems/compliance', 'Overall'],
    [SERVICE_PAGE, /hostile\(/],
    [`${SERVICE_PAGE}/postmortems`, /hostile\(/],
    ['/catalog/default/user/guest/postmortems', MARK],
    ['/notifications', MARK],
    ['/', MARK],
  ];
  for (const [path, shown] of pages) {
    await page.goto(path);
    await expect(page.getByText(shown).first(), path).toBeVisible({
      timeout: 60_000,
    });
    expect(await executables(page), path).toEqual([]);
  }

  // The editor renders it differently.
  await page.goto(`/postmortems/${content.full}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByText('Before publishing')).toBeVisible();
  expect(await executables(page)).toEqual([]);

  // Links lead only to http and https; others keep no target.
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('a[href]')].map(
      link => (link as HTMLAnchorElement).protocol,
    ),
  );
  expect(links.every(protocol => /^(https?|mailto)?:$/.test(protocol))).toBe(
    true,
  );
  expect(page.url().startsWith(baseURL!)).toBe(true);
  expect(executed).toEqual([]);
});

test('no cell of a CSV file is a formula', async ({ page, request }) => {
  const { formulas } = corpora;
  await contentOf(request, { mark: 'Formula', texts: formulas, corpora });
  await page.goto('/');
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  await expect(enter).toBeHidden();
  for (const path of [
    '/postmortems/all?q=Formula',
    '/postmortems/action-items?q=Formula',
  ]) {
    await page.goto(path);
    await expect(page.getByText(/Formula/).first()).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /CSV/ }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    // Each is present, escaped.
    for (const formula of formulas) {
      expect(csv).toContain(`'${formula.replaceAll('"', '""')} Formula`);
    }
    expect(csv).not.toMatch(/(^|,)"?[=+@-](?!\d)/m);
  }
});
