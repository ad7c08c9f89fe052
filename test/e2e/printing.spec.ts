import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

/** Opens a page of a dark portal as it is printed. */
async function print(page: Page, path: string, shown: string) {
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.goto(path);
  await expect(page.getByText(shown).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
}

/** What a page would look like on paper. */
function look(page: Page) {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      element => element.checkVisibility(),
    );
    const styles = all.map(element => getComputedStyle(element));
    return {
      colors: [...new Set(styles.map(({ color }) => color))],
      backgrounds: [
        ...new Set(styles.map(({ backgroundColor }) => backgroundColor)),
      ],
      controls: all
        .filter(element =>
          element.matches(
            'button, input, select, textarea, nav, .MuiSwitch-root',
          ),
        )
        .map(element => element.getAttribute('aria-label') ?? element.innerText)
        .filter(name => !/^Status\b|status/i.test(name)),
    };
  });
}

const ON_PAPER = {
  colors: ['rgb(0, 0, 0)'],
  backgrounds: ['rgba(0, 0, 0, 0)'],
  controls: [],
};

test('a postmortem is printed black on white, without controls', async ({
  page,
}) => {
  await print(page, '/postmortems/PM-1', 'Action items');
  await expect(page.getByText('SEV-1').first()).toHaveCSS(
    'border',
    '1px solid rgb(136, 136, 136)',
  );
  // Colors change over a moment.
  await expect.poll(() => look(page)).toEqual(ON_PAPER);
});

test('lists, teams and reports are printed black on white, without controls', async ({
  page,
}) => {
  await print(page, '/postmortems/all', 'SEV-1');
  // Colors change over a moment.
  await expect.poll(() => look(page)).toEqual(ON_PAPER);
  await print(page, '/postmortems/insights', 'Struck again');
  // Colors change over a moment.
  await expect.poll(() => look(page)).toEqual(ON_PAPER);
  await print(page, '/catalog/default/group/network/postmortems', 'SEV-1');
  // Colors change over a moment.
  await expect.poll(() => look(page)).toEqual(ON_PAPER);
  await print(page, '/postmortems/compliance', 'Overall');
  await expect.poll(() => look(page)).toEqual(ON_PAPER);
});
