import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { source } from 'axe-core';

/** Findings about Backstage's own elements, which plugins cannot change. */
const NOT_OURS: { rule: string; html: RegExp; reason: string }[] = [
  {
    rule: 'label-content-name-mismatch',
    html: /aria-label="Home page"/,
    reason: 'The logo in the portal sidebar',
  },
  {
    rule: 'aria-valid-attr-value',
    html: /class="bui-Tab/,
    reason:
      'Page tabs are route links; Backstage UI points aria-controls at panels that do not exist',
  },
  {
    rule: 'label-content-name-mismatch',
    html: /aria-label="Notifications"/,
    reason:
      'The notifications link in the sidebar, whose badge shows the unread count',
  },
];

/** Backstage's card of unread notifications, with low contrast on dark backgrounds. */
const CARD_OF_NOTIFICATIONS = '[class*="UnreadNotificationsCard_"]';

/** Backstage's page header, whose tabs stay on one line at any width. */
const HEADER_OF_PAGES = '.bui-PluginHeader, .bui-Header, .bui-Tabs';

/** Navigates like a link in the portal, which is faster than loading a page. */
export async function follow(page: Page, path: string) {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/** Disables transitions, because axe would see intermediate colors. */
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
 * Runs axe in the page, and returns one line per serious finding. The script stays in the page,
 * because injecting it every time, as the Playwright package does, takes longer than the checks.
 *
 * @param rules - default: all
 */
export async function findingsOfAxe(
  page: Page,
  rules?: string[],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // The portal's content security policy would block a script tag.
    await page.evaluate(source);
  }
  const { violations } = await page.evaluate(
    ({ exclude, runOnly }) =>
      window.axe.run({ exclude }, { resultTypes: ['violations'], runOnly }),
    { exclude: [CARD_OF_NOTIFICATIONS], runOnly: rules },
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
 * Finds content that requires horizontal scrolling of the page. Elements with their own scroll bar
 * are allowed.
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
