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

import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { source } from 'axe-core';

/** What is said of elements that belong to Backstage, and that no plugin can change. */
const NOT_OURS: { rule: string; html: RegExp; reason: string }[] = [
  {
    rule: 'label-content-name-mismatch',
    html: /aria-label="Home page"/,
    reason: 'The logo in the sidebar of the portal',
  },
  {
    rule: 'aria-valid-attr-value',
    html: /class="bui-Tab/,
    reason:
      'Tabs of pages are links to routes; Backstage UI names panels for them that are not there',
  },
];

/** The tabs of a page, which Backstage lays out in one line whatever the width. */
const HEADER_OF_PAGES = '.bui-PluginHeader, .bui-Header, .bui-Tabs';

/** Goes to a page as a link within the portal does, which takes less time than loading it. */
export async function follow(page: Page, path: string) {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/** Colours that are on their way would be judged as they are for a moment. */
export async function stopTransitions(page: Page) {
  await page.addStyleTag({
    content: '*, ::before, ::after { transition: none !important }',
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * What axe finds that keeps somebody out, each finding in a line. It is asked within the page, where
 * it stays: bringing it anew for every question, as its own package for Playwright does, takes
 * longer than all it checks.
 *
 * @param rules - all, if left out
 */
export async function findingsOfAxe(
  page: Page,
  rules?: string[],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // As a script tag the portal's content security policy would refuse it.
    await page.evaluate(source);
  }
  const { violations } = await page.evaluate(
    runOnly => window.axe.run({ resultTypes: ['violations'], runOnly }),
    rules,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, failureSummary = '' }) => ({
        rule: id,
        target: target.join(' '),
        html,
        why: failureSummary.split('\n').slice(1).join(';'),
      })),
    )
    .filter(
      ({ rule, html }) =>
        !NOT_OURS.some(each => each.rule === rule && each.html.test(html)),
    )
    .map(
      ({ rule, target, html, why }) =>
        `${rule} ${target} ${html.slice(0, 200)} ${why}`,
    );
}

/**
 * What sticks out of the window and can only be read by scrolling the page sideways. What has a
 * scroll bar of its own may be wider.
 */
export function findingsOfReflow(page: Page): Promise<string[]> {
  return page.evaluate(notOurs => {
    const hasRoom = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' ||
        hasRoom(element.parentElement));
    return Array.from(document.body.querySelectorAll('*'))
      .filter(element => {
        const { width, right } = element.getBoundingClientRect();
        return (
          width > 1 &&
          right > window.innerWidth + 1 &&
          !element.closest(notOurs) &&
          !hasRoom(element.parentElement)
        );
      })
      .map(
        element =>
          `reflow ${element.tagName} ${element.textContent?.slice(0, 60)}`,
      );
  }, HEADER_OF_PAGES);
}
