import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** A page of the plugin, or a state of a page, such as an open dialog. */
export interface Screen {
  name: string;
  path: string;
  /** Set for a state of a page that is itself in the list. */
  isState?: true;
  /** Waits until the page is complete, and then opens the state, if it is one. */
  open: (page: Page) => Promise<unknown>;
}

const service = '/catalog/default/component/edge-proxy';

const shown = (text: string | RegExp) => (page: Page) =>
  expect(page.getByText(text).first()).toBeVisible();

async function press(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name }).first().click();
}

function dialog(page: Page) {
  return expect(page.getByRole('dialog')).toBeVisible();
}

/** Waits for the history, which loads last. */
async function history(page: Page) {
  const entries = page
    .getByRole('region', { name: 'History' })
    .getByRole('listitem');
  await expect(entries.first()).toBeVisible();
}

/** Opens a menu item. */
function fromMenu(menu: string | RegExp, item: string | RegExp) {
  return async (page: Page) => {
    await history(page);
    await press(page, menu);
    await page.getByRole('menuitem', { name: item }).click();
    await dialog(page);
    // The menu may go after the dialog has opened. The dialog hides it from roles.
    await expect(page.locator('[role="menu"]')).toHaveCount(0);
  };
}

function fromButton(button: string | RegExp, ready = history) {
  return async (page: Page) => {
    await ready(page);
    await press(page, button);
    await dialog(page);
  };
}

async function edit(page: Page) {
  await history(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByText('Before publishing')).toBeVisible();
}

/**
 * The screens to check. Postmortems have the ids that the import of the demo content gives them.
 */
export const SCREENS: Screen[] = [
  {
    name: 'overview of a service',
    path: service,
    open: async page => {
      await shown('View all postmortems')(page);
      await shown('View insights')(page);
      // Wait for the other cards, too.
      await expect(page.getByRole('progressbar')).toHaveCount(0);
    },
  },
  {
    name: 'overview of a domain',
    path: '/catalog/default/domain/network-and-edge',
    open: async page => {
      await shown(/^Last 12 months, including \d+ parts$/)(page);
      await expect(page.getByRole('progressbar')).toHaveCount(0);
    },
  },
  {
    name: 'tab of a service',
    path: `${service}/postmortems`,
    open: async page => {
      await shown(/^\d+ postmortems$/)(page);
      await shown('last incident')(page);
    },
  },
  {
    name: 'first visit to a tab',
    path: '/catalog/default/api/dns-api/postmortems',
    open: shown('No postmortems yet'),
  },
  {
    name: 'list of postmortems',
    path: '/postmortems/all',
    open: async page => {
      await shown(/^\d+ postmortems$/)(page);
      await shown(/incidents need a postmortem/)(page);
    },
  },
  {
    name: 'list of postmortems, a filter open',
    path: '/postmortems/all',
    isState: true,
    open: async page => {
      await shown(/^\d+ postmortems$/)(page);
      await page
        .getByRole('group', { name: 'Filters' })
        .getByRole('button', { name: /^Severity/ })
        .click();
      await expect(page.getByRole('checkbox').first()).toBeVisible();
    },
  },
  {
    name: 'list of postmortems, nothing found',
    path: '/postmortems/all?q=nothingofthekind',
    open: shown('No postmortems match these filters'),
  },
  {
    name: 'deleted postmortems',
    path: '/postmortems/deleted',
    open: shown('No deleted postmortems'),
  },
  {
    name: 'action items',
    path: '/postmortems/action-items',
    open: shown(/^Overdue \d+ d$/),
  },
  {
    name: 'action items by team, one selected',
    path: '/postmortems/action-items?groupBy=team',
    isState: true,
    open: async page => {
      await page
        .getByRole('checkbox', { name: /^Select PM-/ })
        .first()
        .click();
      await shown('1 selected')(page);
    },
  },
  {
    name: 'compliance',
    path: '/postmortems/compliance?groupBy=team',
    open: page =>
      expect(page.getByRole('rowheader', { name: 'Overall' })).toBeVisible(),
  },
  {
    name: 'exceptions',
    path: '/postmortems/compliance?view=exceptions',
    open: page =>
      expect(
        page
          .getByRole('table', { name: 'Exceptions' })
          .getByRole('link')
          .first(),
      ).toBeVisible(),
  },
  {
    name: 'insights',
    path: '/postmortems/insights?startedAfter=2017-01-01&startedBefore=2026-01-01',
    open: shown('Struck again'),
  },
  {
    name: 'insights as tables',
    path: '/postmortems/insights?startedAfter=2017-01-01&startedBefore=2026-01-01',
    isState: true,
    open: async page => {
      const toggles = page.getByRole('button', { name: /^Show as table/ });
      await expect(toggles.first()).toBeVisible();
      for (const toggle of await toggles.all()) await toggle.click();
      await expect(
        page.getByRole('rowheader', { name: 'Q1 2017' }).first(),
      ).toBeVisible();
    },
  },
  {
    name: 'incident sources',
    path: '/postmortems/incident-sources',
    open: shown('Receipts were sent twice'),
  },
  {
    name: 'incident sources, mapping a service',
    path: '/postmortems/incident-sources',
    isState: true,
    open: fromButton(/^Map /, shown('Receipts were sent twice')),
  },
  {
    name: 'team',
    path: '/catalog/default/group/network/postmortems',
    open: async page => {
      await shown(/^Overdue \d+ d$/)(page);
      await shown('On-time rate')(page);
    },
  },
  {
    name: 'team with sub-teams',
    path: '/catalog/default/group/infrastructure/postmortems',
    open: page =>
      expect(
        page.getByRole('table', { name: 'By team' }).getByRole('link').first(),
      ).toBeVisible(),
  },
  {
    name: 'person',
    path: '/catalog/default/user/guest/postmortems',
    open: shown('Postmortems to write'),
  },
  {
    name: 'home',
    path: '/',
    open: shown('View all my work'),
  },
  {
    name: 'starting a postmortem',
    path: '/postmortems/new?entityRef=component%3Adefault%2Fedge-proxy',
    open: async page => {
      await page.getByLabel('Severity').click();
      await page.getByRole('option', { name: /^SEV-2/ }).click();
      await page.getByLabel('Started').fill('2026-03-12T09:14');
      await page.getByLabel('Resolved').fill('2026-03-12T11:28');
      await shown(/5 business days after resolution/)(page);
    },
  },
  {
    name: 'starting a postmortem, with mistakes',
    path: '/postmortems/new',
    isState: true,
    open: async page => {
      await press(page, 'Start postmortem');
      await shown('Enter a title that says what broke')(page);
    },
  },
  {
    name: 'published postmortem',
    path: '/postmortems/PM-22',
    open: history,
  },
  {
    name: 'published postmortem, with the reason why it cannot be edited',
    path: '/postmortems/PM-22',
    isState: true,
    open: async page => {
      await history(page);
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await shown(/reopen it and give a reason/)(page);
    },
  },
  {
    name: 'reopening a published postmortem',
    path: '/postmortems/PM-22',
    isState: true,
    open: fromMenu(/^Status: Published/, 'Reopen'),
  },
  {
    name: 'overdue postmortem, how its days are counted',
    path: '/postmortems/PM-26',
    isState: true,
    open: async page => {
      await history(page);
      await press(page, 'Show calculation');
      await shown('calendar day')(page);
    },
  },
  {
    name: 'postmortem in review',
    path: '/postmortems/PM-29',
    open: history,
  },
  {
    name: 'approving a postmortem',
    path: '/postmortems/PM-29',
    isState: true,
    open: fromButton('Approve'),
  },
  {
    name: 'requesting changes',
    path: '/postmortems/PM-29',
    isState: true,
    open: fromButton('Request changes'),
  },
  {
    name: 'editing',
    path: '/postmortems/PM-31',
    open: edit,
  },
  {
    name: 'editing a section',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, /: Impact$|^Edit Impact$/);
      await expect(page.getByRole('textbox', { name: 'Impact' })).toBeVisible();
    },
  },
  {
    name: 'editing the timeline',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, 'Add event');
      await expect(
        page.getByRole('textbox', { name: 'What happened' }).first(),
      ).toBeVisible();
    },
  },
  {
    name: 'editing contributing factors',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, 'Add contributing factor');
      await expect(page.getByLabel('Category')).toBeVisible();
    },
  },
  {
    name: 'adding an action item',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, 'Add action item');
      const form = page.getByRole('form', { name: 'Add action item' });
      await form
        .getByRole('checkbox', { name: /Commit, with an owner/ })
        .check();
    },
  },
  {
    name: 'editing the title and what goes with it',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, 'Edit title, outcome, visibility and labels');
      await dialog(page);
    },
  },
  {
    name: 'changing the severity',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, 'Change severity');
      await dialog(page);
    },
  },
  {
    name: 'editing the times',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, 'Edit times');
      await dialog(page);
    },
  },
  {
    name: 'planning the review meeting',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await edit(page);
      await press(page, 'Schedule meeting');
      await dialog(page);
    },
  },
  {
    name: 'what differs from the incident',
    path: '/postmortems/PM-44',
    open: shown(/reports .*different value/),
  },
  {
    name: 'comments',
    path: '/postmortems/PM-31',
    open: async page => {
      await history(page);
      await press(page, /^Comment on Impact$/);
      await expect(
        page.getByRole('textbox', { name: 'Comment (Markdown)' }),
      ).toBeVisible();
    },
  },
  {
    name: 'sending for review',
    path: '/postmortems/PM-31',
    isState: true,
    open: fromMenu(/^Status: Draft/, 'Send for review'),
  },
  {
    name: 'menu of a postmortem',
    path: '/postmortems/PM-31',
    isState: true,
    open: async page => {
      await history(page);
      await press(page, 'More actions');
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'naming an owner',
    path: '/postmortems/PM-26',
    isState: true,
    open: fromMenu('More actions', 'Change owner'),
  },
  {
    name: 'handing over',
    path: '/postmortems/PM-31',
    isState: true,
    open: fromMenu('More actions', 'Hand over'),
  },
  {
    name: 'being reminded later',
    path: '/postmortems/PM-31',
    isState: true,
    open: fromMenu('More actions', 'Snooze reminders'),
  },
  {
    name: 'extending the deadline',
    path: '/postmortems/PM-26',
    isState: true,
    open: fromMenu('More actions', 'Extend deadline'),
  },
  {
    name: 'waiving',
    path: '/postmortems/PM-26',
    isState: true,
    open: fromMenu('More actions', 'Waive'),
  },
  {
    name: 'correcting facts',
    path: '/postmortems/PM-26',
    isState: true,
    open: fromMenu('More actions', /^Correct facts/),
  },
  {
    name: 'merging',
    path: '/postmortems/PM-26',
    isState: true,
    open: fromMenu('More actions', 'Merge into another'),
  },
  {
    name: 'redacting',
    path: '/postmortems/PM-26',
    isState: true,
    open: fromMenu('More actions', 'Redact'),
  },
  {
    name: 'deleting',
    path: '/postmortems/PM-26',
    isState: true,
    open: fromMenu('More actions', 'Delete'),
  },
];
