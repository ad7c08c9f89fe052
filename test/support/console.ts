import type { Page } from '@playwright/test';

/** Console messages that do not come from the plugin. */
const ALLOWED: { message: RegExp; reason: string }[] = [
  {
    message: /icons were registered as IconComponent, which is deprecated/,
    reason: "The icons belong to Backstage's app plugin",
  },
  {
    message: /WebSocket is closed before the connection is established/,
    reason: 'The page closed while the signals plugin was connecting',
  },
];

/**
 * Collects errors and warnings of a page.
 *
 * @param expected - messages that the test causes
 * @returns the messages so far; the list grows while the page is open
 */
export function watchConsole(page: Page, expected: RegExp[] = []): string[] {
  const problems: string[] = [];
  const allowed = [...ALLOWED.map(({ message }) => message), ...expected];
  const note = (problem: string) => {
    if (!allowed.some(message => message.test(problem))) {
      problems.push(problem);
    }
  };
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) {
      note(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', error => note(`uncaught: ${error.stack}`));
  return problems;
}
