import {
  findingsOfAxe,
  findingsOfReflow,
  follow,
  stopTransitions,
} from '../support/access';
import { expect, test } from '../support/fixtures';
import { SCREENS } from '../support/screens';

/** `ACCESS=all` checks everything, which takes long. */
const isComplete = process.env.ACCESS === 'all';
const WIDTHS = isComplete ? [320, 768, 1280, 1920] : [320, 1280];

for (const theme of ['light', 'dark']) {
  test(`all pages are accessible in the ${theme} theme at any width`, async ({
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
        // Leave through another page to reset the state.
        await follow(page, '/settings/general');
        await expect(page.getByText('Theme', { exact: true })).toBeVisible();
        await follow(page, path);
        await open(page);
        for (const width of isState && !isComplete ? [320] : WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const found = [
            // A theme changes only colors, as far as axe is concerned.
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
