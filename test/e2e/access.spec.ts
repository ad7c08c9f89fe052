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

import {
  findingsOfAxe,
  findingsOfReflow,
  follow,
  stopTransitions,
} from '../support/access';
import { expect, test } from '../support/fixtures';
import { SCREENS } from '../support/screens';

/** `ACCESS=all` looks at all that is promised, which takes its time. */
const isComplete = process.env.ACCESS === 'all';
const WIDTHS = isComplete ? [320, 768, 1280, 1920] : [320, 1280];

for (const theme of ['light', 'dark']) {
  test(`nothing keeps anybody out, in the ${theme} theme at any width`, async ({
    page,
  }) => {
    test.setTimeout(isComplete ? 3_600_000 : 1_200_000);
    page.setDefaultTimeout(30_000);
    await page.evaluate(
      wanted => window.localStorage.setItem('theme', wanted),
      theme,
    );
    await page.goto('/settings/general');
    await stopTransitions(page);

    const findings: string[] = [];
    for (const { name, path, open, isState } of SCREENS) {
      if (isState && theme === 'dark' && !isComplete) continue;
      await test.step(name, async () => {
        await page.setViewportSize({ width: 1280, height: 900 });
        // From one state of a page to another leads another page.
        await follow(page, '/settings/general');
        await expect(page.getByText('Theme', { exact: true })).toBeVisible();
        await follow(page, path);
        await open(page);
        for (const width of isState && !isComplete ? [320] : WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const found = [
            // Besides colours, a theme changes nothing that axe looks at.
            ...(await findingsOfAxe(
              page,
              theme === 'dark' ? ['color-contrast'] : undefined,
            )),
            ...(await findingsOfReflow(page)),
          ];
          findings.push(
            ...found.map(each => `${name}, ${theme}, ${width}: ${each}`),
          );
        }
      });
    }
    expect(findings).toEqual([]);
  });
}
