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

import type { Locator, Page } from '@playwright/test';
import { getAsGuest } from '../support/api';
import { expect, test } from '../support/fixtures';

interface ComplianceReport {
  groups: { key: string; counts: Record<string, number> }[];
}

const SERVICE = 'edge-proxy';
const TEAM = 'group:default/edge';

/** A moment as the form takes it, in the browser's time zone. */
function hoursAgo(hours: number): string {
  const time = new Date(Date.now() - hours * 3_600_000);
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  })
    .format(time)
    .replace(' ', 'T');
}

async function metByTeam(baseURL: string): Promise<number> {
  const { groups } = await getAsGuest<ComplianceReport>(
    baseURL,
    '/api/postmortems/compliance?groupBy=team',
  );
  return groups.find(group => group.key === TEAM)?.counts.met ?? 0;
}

/** The number at the end of a link such as `All 12`. */
async function countOf(link: Locator): Promise<number> {
  return Number((await link.textContent())?.match(/\d+$/)?.[0]);
}

async function write(page: Page, section: string, text: string) {
  await page.getByRole('button', { name: `Write: ${section}` }).click();
  const editor = page.getByRole('textbox', { name: section });
  await editor.click();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
}

/** Writes what a publication asks for. */
async function writeAll(page: Page) {
  for (const section of ['Summary', 'Impact', 'What happened', 'Resolution']) {
    await write(page, section, `The ${section.toLowerCase()} in **short**.`);
  }
  await page.getByRole('button', { name: 'Add contributing factor' }).click();
  await page
    .getByLabel('Contributing factor', { exact: true })
    .fill('The pool of connections was sized for half the traffic');
  await page.keyboard.press('Enter');

  // A SEV-2 is published with an urgent commitment, or the decision that none is needed.
  await page.getByRole('button', { name: 'Add action item' }).first().click();
  const form = page.getByRole('form', { name: 'Add action item' });
  await form
    .getByRole('textbox', { name: 'Action item' })
    .fill('Size the pool by measured traffic');
  await form.getByRole('checkbox', { name: /Commit to it/ }).check();
  await form.getByRole('textbox', { name: /Owner/ }).click();
  await page.getByRole('option', { name: /Amara Okafor/ }).click();
  await form.getByRole('button', { name: 'Add action item' }).click();
}

/** Follows a notification to what it is about; it comes a moment after what it tells of. */
async function openNotification(page: Page, title: string) {
  const notification = page.getByRole('link', { name: new RegExp(title) });
  await expect(async () => {
    await page.goto('/notifications');
    await expect(notification).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await notification.click();
}

/** Takes a step that asks first. */
async function confirm(page: Page, step: string) {
  await page.getByRole('button', { name: step }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: step }).click();
  await expect(dialog).toBeHidden();
}

test('an engineer starts a postmortem at a service, writes it, publishes it, and sees it judged', async ({
  page,
  baseURL,
}) => {
  const title = `Edge proxy dropped connections ${Date.now()}`;
  const metBefore = await metByTeam(String(baseURL));

  await page.goto(`/catalog/default/component/${SERVICE}/postmortems`);
  await page.getByRole('button', { name: 'Start postmortem' }).first().click();
  await expect(page).toHaveURL(/\/postmortems\/new\?entityRef=/);

  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Severity').click();
  await page.getByRole('option', { name: /^SEV-2/ }).click();
  await page.getByLabel('Started').fill(hoursAgo(5));
  await page.getByLabel('Resolved').fill(hoursAgo(3));
  // The deadline and the owning team stand there before anything is saved.
  await expect(
    page.getByText(/5 business days after resolution/).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Start postmortem' }).click();

  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText(/things left/)).toBeVisible();
  await writeAll(page);
  // Only that nobody has read it yet.
  await expect(page.getByText('1 thing left')).toBeVisible();
  await confirm(page, 'Send for review');
  await confirm(page, 'Approve');
  await expect(page.getByText('everything is there')).toBeVisible();
  await confirm(page, 'Publish');
  await expect(
    page.getByRole('button', { name: 'Status: Published. Change it' }),
  ).toBeVisible();
  await expect(page.getByText('Met', { exact: true }).first()).toBeVisible();

  await page.goto(`/catalog/default/component/${SERVICE}/postmortems`);
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await page.goto('/postmortems/all?severity=SEV-2&complianceStatus=met');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await page.goto('/postmortems/all?severity=SEV-1');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('link', { name: title })).toBeHidden();
  expect(await metByTeam(String(baseURL))).toBe(metBefore + 1);
});

test('an owner is named, told, acknowledges and writes; a reviewer approves; it is published: three people at it', async ({
  signInAs,
}) => {
  // Three browsers, one after the other.
  test.slow();
  const title = `Resolver answered with old records ${Date.now()}`;

  const priya = await signInAs('Priya Raman');
  await priya.goto(
    '/postmortems/new?entityRef=component:default/public-resolver',
  );
  await priya.getByLabel('Title').fill(title);
  await priya.getByLabel('Severity').click();
  await priya.getByRole('option', { name: /^SEV-1/ }).click();
  await priya.getByLabel('Started').fill(hoursAgo(9));
  await priya.getByLabel('Resolved').fill(hoursAgo(7));
  await priya.getByRole('textbox', { name: /Owner/ }).fill('Tomás');
  await priya.getByRole('option', { name: /Tomás Herrera/ }).click();
  await priya.getByRole('button', { name: 'Start postmortem' }).click();
  await expect(priya.getByRole('heading', { name: title })).toBeVisible();

  const tomas = await signInAs('Tomás Herrera');
  await openNotification(tomas, `You own the postmortem .*${title}`);
  await tomas.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(tomas.getByRole('button', { name: 'Acknowledge' })).toBeHidden();
  // Whoever has it open sees it without asking.
  await expect(
    priya.getByText(/acknowledged being the owner/).first(),
  ).toBeVisible();

  await tomas.getByRole('button', { name: 'Edit', exact: true }).click();
  await writeAll(tomas);
  await tomas.getByRole('button', { name: 'Send for review' }).first().click();
  const sending = tomas.getByRole('dialog');
  await sending.getByRole('textbox', { name: /Reviewers/ }).fill('Ruth');
  await tomas.getByRole('option', { name: /Ruth Adeyemi/ }).click();
  await sending.getByRole('button', { name: 'Send for review' }).click();
  await expect(sending).toBeHidden();

  const ruth = await signInAs('Ruth Adeyemi');
  await openNotification(ruth, `Please review .*${title}`);
  await expect(ruth.getByText('Your review is asked for')).toBeVisible();
  await confirm(ruth, 'Approve');
  await expect(ruth.getByText('You approved it.')).toBeVisible();

  await expect(tomas.getByText('everything is there')).toBeVisible();
  await confirm(tomas, 'Publish');
  for (const page of [priya, tomas, ruth]) {
    await expect(
      page.getByRole('button', { name: /^Status: Published/ }),
    ).toBeVisible();
    await expect(page.getByText('Met', { exact: true }).first()).toBeVisible();
  }
});

test('a team lead goes from the figures of a team to what is overdue, and takes it', async ({
  page,
}) => {
  await page.goto('/postmortems/compliance?groupBy=team');
  const row = page.getByRole('row').filter({ hasText: 'Edge Delivery' });
  // The team, its rate, and then what is overdue.
  await row.getByRole('link').nth(2).click();

  await expect(page).toHaveURL(/teamRef=.*complianceStatus=overdue/);
  const overdue = page.getByRole('row').filter({ hasText: 'No owner' });
  await expect(overdue).toHaveCount(1);
  await overdue.getByRole('link').first().click();

  await expect(page.getByText(/Overdue \d+ d/).first()).toBeVisible();
  await page.getByRole('button', { name: 'How this is counted' }).click();
  await expect(page.getByText('every day counts').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByRole('button', { name: 'Take it' })).toBeHidden();
  await expect(page.getByRole('link', { name: /Guest/ }).first()).toBeVisible();
  await expect(page.getByText(/changed the owner/)).toBeVisible();
});

test('a team lead reassigns an overdue action item on the page of the team, and the counts change everywhere', async ({
  page,
  context,
}) => {
  await page.goto('/catalog/default/group/network/postmortems');
  const panel = page.getByRole('region', { name: 'Overdue action items' });
  const all = panel.getByRole('link', { name: /^All \d+$/ });
  const overdueAtFirst = await countOf(all);
  const change = panel
    .getByRole('button', { name: /^Change the owner of PM-\d+\/A\d+$/ })
    .first();
  const id = String(await change.getAttribute('aria-label')).slice(
    'Change the owner of '.length,
  );

  // Somebody else looks at what the next owner has to do, and at the whole list.
  const person = await context.newPage();
  await person.goto('/catalog/default/user/yuki.tanaka/postmortems');
  const hers = person.getByRole('region', { name: 'Action items' }).first();
  await expect(hers.getByText(id, { exact: true })).toBeHidden();
  const list = await context.newPage();
  await list.goto(
    '/postmortems/action-items?overdue=true&teamRef=group:default/network',
  );
  await expect(list.getByText(id, { exact: true })).toBeVisible();

  await change.click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: /Owner/ }).fill('Yuki');
  await page.getByRole('option', { name: /Yuki Tanaka/ }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  const row = panel.locator('tr, li').filter({ hasText: id });
  await expect(row.getByRole('link', { name: 'Yuki Tanaka' })).toBeVisible();
  await expect(hers.getByText(id, { exact: true })).toBeVisible();
  await expect(
    list
      .getByRole('row')
      .filter({ hasText: id })
      .getByRole('link', { name: 'Yuki Tanaka' }),
  ).toBeVisible();

  await page.getByRole('button', { name: `Status of ${id}` }).click();
  await page.getByRole('menuitem', { name: 'Done' }).click();
  await expect.poll(() => countOf(all)).toBe(overdueAtFirst - 1);
  await expect(hers.getByText(id, { exact: true })).toBeHidden();
  await expect(list.getByText(id, { exact: true })).toBeHidden();
});

test('an SRE filters everything by severity and date, searches, and shares the address', async ({
  page,
  context,
}) => {
  await page.goto('/postmortems');
  await expect(page).toHaveURL(/\/postmortems\/all/);
  const figure = page.getByText(/^\d+ postmortems?$/);
  const counted = async () => Number.parseInt(await figure.innerText(), 10);
  const everything = await counted();

  await page
    .getByRole('group', { name: 'Filters' })
    .getByRole('button', { name: /^Severity/ })
    .click();
  await page.getByRole('checkbox', { name: /SEV-2/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/severity=SEV-2/);
  // What was found before stays on the screen until the answer comes.
  await expect.poll(counted).toBeLessThan(everything);
  const severe = await counted();

  await page.getByLabel(/Search in id/).fill('database');
  await expect(page).toHaveURL(/q=database/);
  const found = page.getByRole('row').filter({ hasText: /database/i });
  await expect.poll(counted).toBeLessThan(severe);
  await expect(found.first()).toBeVisible();
  const count = await figure.innerText();

  const shared = await context.newPage();
  await shared.goto(page.url());
  await expect(shared.getByText(count, { exact: true })).toBeVisible();
  await shared.close();

  await page.goto('/postmortems/all?orderField=severity,desc');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/cursor=/);
});

test('what is not there, not allowed or wrong is said in words', async ({
  page,
}) => {
  await page.goto('/postmortems/new');
  await page.getByRole('button', { name: 'Start postmortem' }).click();
  await expect(
    page.getByText('Give it a title that says what broke'),
  ).toBeVisible();
  await expect(
    page.getByText('Name at least one affected entity'),
  ).toBeVisible();

  await page.goto('/postmortems/all?q=nothingofthekind');
  await expect(page.getByText('No postmortem matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page.getByText(/^\d+ postmortems$/)).toBeVisible();
});
