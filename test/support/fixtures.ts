import type { Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { watchConsole } from './console';

/**
 * Tests start signed in as a guest on the home page, and fail on unexpected messages in the browser
 * console. `signInAs` opens another browser as a demo user; `expected` are messages that the test
 * causes.
 */
export const test = base.extend<{
  signInAs: (name: string, expected?: RegExp[]) => Promise<Page>;
}>({
  page: async ({ page }, use) => {
    const problems = watchConsole(page);
    await page.goto('/');
    const enter = page.getByRole('button', { name: 'Enter' });
    await enter.click();
    await expect(enter).toBeHidden();
    await use(page);
    expect(problems, 'problems in the console of the browser').toEqual([]);
  },

  signInAs: async ({ browser, contextOptions }, use) => {
    const problems: string[][] = [];
    const opened: Page[] = [];
    await use(async (name, expected) => {
      const context = await browser.newContext(contextOptions);
      const page = await context.newPage();
      opened.push(page);
      problems.push(watchConsole(page, expected));
      await page.goto('/');
      const choice = page.getByRole('button', { name });
      await choice.click();
      await expect(choice).toBeHidden();
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(problems.flat(), 'problems in the consoles of browsers').toEqual([]);
  },
});

export { expect };
