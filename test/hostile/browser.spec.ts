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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { SERVICE, contentOf, sendHostileIncident } from './browser/content';

const corpora: Record<string, string[]> = JSON.parse(
  readFileSync(join(__dirname, '../fixtures/hostile-texts.json'), 'utf8'),
);
const MARKUP = corpora.markup;
/** In the title of every postmortem and incident of this test. */
const MARK = 'Hostile';
const SERVICE_PAGE = `/catalog/default/component/${SERVICE}`;

/** Whatever would be a script that runs, or would be one on a click. */
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

/** The texts whose markup would do something without being noticed, were it taken for that. */
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
      // As it is, within an attribute, and read again after it was written out.
      for (const each of [html, `<p title="${html}">x</p>`, parsed.innerHTML]) {
        // Unlike by innerHTML, scripts run this way too.
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

/** Notes everything by which a script could make itself noticed. */
async function watch(page: Page): Promise<string[]> {
  const executed: string[] = [];
  await page.exposeFunction('hostile', (by: unknown) => {
    executed.push(`hostile(${by})`);
  });
  // What the portal's policy stops would run in a portal without one.
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

test('no text that anybody writes runs as a script, wherever it is shown', async ({
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
  // It would be noticed.
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

  // While it is written it is shown by other means.
  await page.goto(`/postmortems/${content.full}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByText('Before publishing')).toBeVisible();
  expect(await executables(page)).toEqual([]);

  // What can be clicked leads nowhere but to the web; what is no address has only the colon.
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
    // Each is there, behind what makes it text.
    for (const formula of formulas) {
      expect(csv).toContain(`'${formula.replaceAll('"', '""')} Formula`);
    }
    expect(csv).not.toMatch(/(^|,)"?[=+@-](?!\d)/m);
  }
});
