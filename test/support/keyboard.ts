import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Maximum number of Tab stops to an element. */
const FAR = 80;

/**
 * Presses Tab, or Shift+Tab, until an element has the focus. Checks that nothing traps the
 * keyboard, and that the focus is visible at every stop.
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
  throw new Error(`${wanted} cannot be reached by keyboard`);
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll(elements =>
    elements.some(element => element === document.activeElement),
  );
}

/** Expects a visible focus indicator on or in the focused element. */
async function expectVisibleFocus(page: Page) {
  await expect
    .poll(() => page.locator(':focus').evaluateAll(hiddenFocus), {
      message: 'focus is not visible',
    })
    .toEqual([]);
}

/** Returns the focused element unless it shows an outline or a Material UI ripple. */
function hiddenFocus(focused: Element[]): string[] {
  return focused
    .filter(element => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return (
        // Leave out the page frame, which belongs to the portal, and text inputs, which show a
        // cursor.
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
