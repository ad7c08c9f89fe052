import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { cutOff, untranslated, watchData } from '../support/pseudo';

const SERVICE = '/catalog/default/component/edge-proxy';
const WIDTHS = [1280, 375];

/** Texts of other plugins and Backstage components on our pages. */
const NOT_OURS =
  /^(Lifecycle|Owner|Overview|Postmortems|APIs|Add to favorites|More actions|Content navigation|System|, Opens in a new window|app-config\.yaml)$/;

interface Screen {
  path: string;
  /** Appears when everything else has loaded. */
  ready: (page: Page) => Locator;
  /** Opens a dialog or similar. */
  open?: (page: Page) => Promise<void>;
}

/** Locates the pseudo-localized form of a text. */
const text = (english: string) => (page: Page) =>
  page.getByText(new RegExp(`${english}.*~`));

const history = (page: Page) =>
  page.getByRole('region', { name: /History/ }).getByRole('listitem');

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};

const SCREENS: Screen[] = [
  { path: `${SERVICE}/postmortems`, ready: text('last incident') },
  { path: '/postmortems/all', ready: text('need a postmortem') },
  { path: '/postmortems/action-items', ready: text('Overdue') },
  { path: '/postmortems/compliance', ready: text('Overall') },
  { path: '/postmortems/insights', ready: text('Struck again') },
  { path: '/postmortems/incident-sources', ready: text('Blocked incidents') },
  { path: '/postmortems/new', ready: text('Deadline and ownership') },
  { path: '/postmortems/PM-1', ready: history },
  {
    path: '/postmortems/PM-1',
    ready: history,
    open: press(/More actions/),
  },
  {
    path: '/postmortems/PM-1',
    ready: history,
    open: press(/Comments/),
  },
  {
    path: '/catalog/default/group/network/postmortems',
    ready: text('On-time rate'),
  },
  {
    path: '/catalog/default/user/guest/postmortems',
    ready: text('Postmortems to write'),
  },
  { path: '/', ready: text('View all my work') },
];

test('every text is translated', async ({ page }) => {
  test.setTimeout(600_000);
  const data = watchData(page);
  await page.evaluate(() =>
    window.localStorage.setItem('demo.pseudoTexts', 'yes'),
  );

  for (const { path, ready, open } of SCREENS) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await expect(ready(page).first()).toBeVisible();
    await open?.(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const english = await untranslated(page, data);
      expect
        .soft(
          english.filter(each => !NOT_OURS.test(each)),
          `in English on ${path}, ${width} px wide`,
        )
        .toEqual([]);
      // Ellipses can be intended, so they are reported for review.
      for (const description of await cutOff(page)) {
        test.info().annotations.push({
          type: `${path}, ${width} px wide`,
          description,
        });
      }
    }
  }
});
