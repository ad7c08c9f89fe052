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
import { expect, test as base } from '@playwright/test';
import { watchConsole } from './console';

/**
 * Tests begin signed in as a guest on the home page, and fail on anything unexpected in the
 * browser's console. `signInAs` opens another browser as somebody of the demo.
 */
export const test = base.extend<{ signInAs: (name: string) => Promise<Page> }>({
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
    await use(async name => {
      const context = await browser.newContext(contextOptions);
      const page = await context.newPage();
      opened.push(page);
      problems.push(watchConsole(page));
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
