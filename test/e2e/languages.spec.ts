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

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { cutOff, untranslated, watchData } from '../support/pseudo';

const SERVICE = '/catalog/default/component/edge-proxy';
const WIDTHS = [1280, 375];

/** What other plugins and components of Backstage have on our pages. */
const NOT_OURS =
  /^(Lifecycle|Owner|Overview|Postmortems|APIs|Add to favorites|More actions|Content navigation|System|, Opens in a new window|app-config\.yaml)$/;

interface Screen {
  path: string;
  /** What is there when everything else is. */
  ready: (page: Page) => Locator;
  /** Goes on to a dialog or the like. */
  open?: (page: Page) => Promise<void>;
}

/** The pseudo-text of an English one. */
const text = (english: string) => (page: Page) =>
  page.getByText(new RegExp(`${english}.*~`));

const history = (page: Page) =>
  page.getByRole('region', { name: /History/ }).getByRole('listitem');

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};

const SCREENS: Screen[] = [
  { path: `${SERVICE}/postmortems`, ready: text('last incident') },
  { path: '/postmortems/all', ready: text('for a postmortem') },
  { path: '/postmortems/action-items', ready: text('Overdue') },
  { path: '/postmortems/compliance', ready: text('Overall') },
  { path: '/postmortems/incident-sources', ready: text('Incidents that wait') },
  { path: '/postmortems/new', ready: text('What follows from this') },
  { path: '/postmortems/PM-1', ready: history },
  {
    path: '/postmortems/PM-1',
    ready: history,
    open: press(/More actions/),
  },
  {
    path: '/postmortems/PM-1',
    ready: history,
    open: press(/Comments/),
  },
  {
    path: '/catalog/default/group/network/postmortems',
    ready: text('Kept deadlines'),
  },
  {
    path: '/catalog/default/user/guest/postmortems',
    ready: text('Postmortems to write'),
  },
  { path: '/', ready: text('All that is mine') },
];

test('every text is translated', async ({ page }) => {
  test.setTimeout(600_000);
  const data = watchData(page);
  await page.evaluate(() =>
    window.localStorage.setItem('demo.pseudoTexts', 'yes'),
  );

  for (const { path, ready, open } of SCREENS) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await expect(ready(page).first()).toBeVisible();
    await open?.(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const english = await untranslated(page, data);
      expect
        .soft(
          english.filter(each => !NOT_OURS.test(each)),
          `in English on ${path}, ${width} px wide`,
        )
        .toEqual([]);
      // Shortening by an ellipsis may be meant, so this is told and for people to judge.
      for (const description of await cutOff(page)) {
        test.info().annotations.push({
          type: `${path}, ${width} px wide`,
          description,
        });
      }
    }
  }
});
