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

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** More stops than this lie between nothing that belongs together. */
const FAR = 80;

/**
 * Presses Tab, or Shift and Tab, until an element has the focus. On the way nothing may trap the
 * keyboard, and every stop on the page shows that it has the focus.
 */
export async function tabTo(
  page: Page,
  wanted: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
) {
  await expect(wanted.first()).toBeVisible();
  for (let stop = 0; stop < FAR; stop++) {
    await page.keyboard.press(key);
    await expectVisibleFocus(page);
    if (await hasFocus(wanted)) return;
  }
  throw new Error(`The keyboard does not reach ${wanted}`);
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll(elements =>
    elements.some(element => element === document.activeElement),
  );
}

/** The page draws something around or in what has the focus. */
async function expectVisibleFocus(page: Page) {
  await expect
    .poll(() => page.locator(':focus').evaluateAll(hiddenFocus), {
      message: 'a focus that is not seen',
    })
    .toEqual([]);
}

/** What has the focus without showing it: neither by an outline nor by a ripple of Material UI. */
function hiddenFocus(focused: Element[]): string[] {
  return focused
    .filter(element => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return (
        // The frame of the page belongs to the portal; typing shows where it goes.
        element.closest('main, [role="dialog"], [role="menu"], aside') &&
        !element.closest('nav[aria-label="Content navigation"]') &&
        !element.matches('[class*="bui-"]') &&
        !element.matches('input, textarea, [contenteditable]') &&
        (outlineStyle === 'none' || outlineWidth === '0px') &&
        !element.querySelector('.MuiTouchRipple-rippleVisible')
      );
    })
    .map(element => element.outerHTML.slice(0, 200));
}
