// `yarn bench:browser`: measures a production build in Chromium. Its figures are of one machine;
// what counts are the ratios, as both tabs are loaded in turn in the same run.

import { chromium } from '@playwright/test';
import globalSetup from '../e2e/globalSetup.mts';
import { browserTests } from '../support/browser.ts';
import { framesPerSecond, load, openSignedIn } from './measure.ts';
import type { Loading, Target } from './measure.ts';

const TIMES = Number(process.env.TIMES ?? 7);

const ENTITY = '/catalog/default/component/dns';

/**
 * Their content is a link that only comes with the data, and that stands in the tab itself: the
 * header above it names the owner too, on every tab alike.
 */
const OVERVIEW: Target = {
  name: 'Overview tab of the catalog',
  path: ENTITY,
  content: 'article a[href*="/catalog/default/group/"]',
};
const TAB: Target = {
  name: 'Postmortems tab',
  path: `${ENTITY}/postmortems`,
  content: 'main table a[href*="/postmortems/PM-"]',
};
const LIST: Target = {
  name: 'View all postmortems',
  path: '/postmortems',
  content: 'main table a[href*="/postmortems/PM-"]',
};
const OTHERS: Target[] = [
  {
    name: 'The header of an entity',
    path: ENTITY,
    content: 'main a[href*="/catalog/default/group/"]',
  },
  LIST,
  {
    name: 'A postmortem',
    path: '/postmortems/PM-1',
    content: 'main h2',
  },
  {
    name: 'Action items',
    path: '/postmortems/action-items',
    content: 'main table a[href*="/postmortems/PM-"]',
  },
  {
    name: 'Postmortems tab of a team',
    path: '/catalog/default/group/network/postmortems',
    content: 'main a[href*="/postmortems/PM-"]',
  },
];

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

type Row = Record<'cold' | 'warm', Loading[]>;

async function main() {
  const stop = await globalSetup();
  const browser = await chromium.launch(browserTests.use!.launchOptions);
  try {
    const open = await openSignedIn(browser, process.env.PORTAL_URL!);
    const targets = [OVERVIEW, TAB, ...OTHERS];
    const rows = targets.map((): Row => ({ cold: [], warm: [] }));
    for (let time = 0; time < TIMES; time++) {
      for (const [index, target] of targets.entries()) {
        const context = await open();
        const page = await context.newPage();
        rows[index].cold.push(await load(page, target));
        rows[index].warm.push(await load(page, target));
        await context.close();
      }
    }
    report(targets, rows);

    const page = await (await open()).newPage();
    await load(page, LIST);
    const links = await page.locator('main tbody tr').count();
    console.log(
      `\nA page of the list has ${links} rows and scrolls at ${(
        await framesPerSecond(page)
      ).toFixed()} frames/s.`,
    );
  } finally {
    await browser.close();
    await stop?.();
  }
}

/** A table in Markdown: the medians, and how many times those of the Overview they are. */
function report(targets: Target[], rows: Row[]) {
  const [overview] = rows;
  const at = (row: Row, way: keyof Row, what: 'first' | 'content') =>
    median(row[way].map(loading => loading[what]));
  const cells = (row: Row, way: keyof Row, what: 'first' | 'content') => [
    at(row, way, what).toFixed(),
    (at(row, way, what) / at(overview, way, what)).toFixed(2),
  ];
  const table = [
    [
      'page',
      'cold: first, ms',
      '×',
      'all, ms',
      '×',
      'warm: first, ms',
      '×',
      'all, ms',
      '×',
      'layout shift',
    ],
    ['---', ...Array(9).fill('---:')],
    ...rows.map((row, index) => [
      targets[index].name,
      ...cells(row, 'cold', 'first'),
      ...cells(row, 'cold', 'content'),
      ...cells(row, 'warm', 'first'),
      ...cells(row, 'warm', 'content'),
      Math.max(...[...row.cold, ...row.warm].map(({ shift }) => shift)).toFixed(
        3,
      ),
    ]),
  ];
  console.log(table.map(line => `| ${line.join(' | ')} |`).join('\n'));
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
