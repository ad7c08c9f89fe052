import type { Locator, Page } from '@playwright/test';
import { getAsGuest } from '../support/api';
import { expect, test } from '../support/fixtures';

interface ComplianceReport {
  groups: { key: string; counts: Record<string, number> }[];
}

const SERVICE = 'edge-proxy';
const TEAM = 'group:default/edge';

/** A local time in the format of the form. */
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

/** Fills in everything that publishing requires. */
async function writeAll(page: Page) {
  for (const section of ['Summary', 'Impact', 'What happened', 'Resolution']) {
    await write(page, section, `The ${section.toLowerCase()} in **short**.`);
  }
  await page.getByRole('button', { name: 'Add contributing factor' }).click();
  await page
    .getByLabel('Contributing factor', { exact: true })
    .fill('The pool of connections was sized for half the traffic');
  await page.keyboard.press('Enter');

  // A SEV-2 can be published with an urgent commitment, or a reason for having none.
  await page.getByRole('button', { name: 'Add action item' }).first().click();
  const form = page.getByRole('form', { name: 'Add action item' });
  await form
    .getByRole('textbox', { name: 'Action item' })
    .fill('Size the pool by measured traffic');
  await form.getByRole('checkbox', { name: /Commit, with an owner/ }).check();
  await form.getByRole('textbox', { name: /Owner/ }).click();
  await page.getByRole('option', { name: /Amara Okafor/ }).click();
  await form.getByRole('button', { name: 'Add action item' }).click();
}

/** Opens the subject of a notification, which arrives shortly after its cause. */
async function openNotification(page: Page, title: string) {
  const notification = page.getByRole('link', { name: new RegExp(title) });
  await expect(async () => {
    await page.goto('/notifications');
    await expect(notification).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await notification.click();
}

/** Performs an action with a confirmation dialog. */
async function confirm(page: Page, step: string) {
  await page.getByRole('button', { name: step }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: step }).click();
  await expect(dialog).toBeHidden();
}

test('an engineer creates, writes and publishes a postmortem from a service, with an approval', async ({
  page,
  baseURL,
  signInAs,
}) => {
  // Uses two browsers in sequence.
  test.slow();
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
  // The deadline and the owning team are shown before saving.
  await expect(
    page.getByText(/5 business days after resolution/).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Start postmortem' }).click();

  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText(/items left/)).toBeVisible();
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByRole('button', { name: 'Assign to me' })).toBeHidden();
  await writeAll(page);
  // Only the review is missing.
  await expect(page.getByText('1 item left')).toBeVisible();
  await confirm(page, 'Send for review');
  // Someone else must approve.
  const ruth = await signInAs('Ruth Adeyemi');
  await ruth.goto(new URL(page.url()).pathname);
  await confirm(ruth, 'Approve');
  await expect(page.getByText('ready')).toBeVisible();
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

test('three people: an assigned owner acknowledges and writes, a reviewer approves, it is published', async ({
  signInAs,
}) => {
  // Uses three browsers in sequence.
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
  await openNotification(tomas, `You now own postmortem .*${title}`);
  await tomas.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(tomas.getByRole('button', { name: 'Acknowledge' })).toBeHidden();
  // Open screens update without a reload.
  await expect(priya.getByText(/acknowledged ownership/).first()).toBeVisible();

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
  await expect(ruth.getByText('Your review is requested')).toBeVisible();
  await confirm(ruth, 'Approve');
  await expect(ruth.getByText('You approved this postmortem.')).toBeVisible();

  await expect(tomas.getByText('ready')).toBeVisible();
  await confirm(tomas, 'Publish');
  for (const page of [priya, tomas, ruth]) {
    await expect(
      page.getByRole('button', { name: /^Status: Published/ }),
    ).toBeVisible();
    await expect(page.getByText('Met', { exact: true }).first()).toBeVisible();
  }
});

test("a team lead goes from a team's figures to an overdue postmortem, and takes it", async ({
  page,
}) => {
  await page.goto('/postmortems/compliance?groupBy=team');
  const row = page.getByRole('row').filter({ hasText: 'Edge Delivery' });
  // The rate comes first, then incidents without a postmortem, and then overdue postmortems.
  await row.getByRole('cell').nth(2).getByRole('link').click();

  await expect(page).toHaveURL(/teamRef=.*complianceStatus=overdue/);
  const overdue = page.getByRole('row').filter({ hasText: 'No owner' });
  await expect(overdue).toHaveCount(1);
  await overdue.getByRole('link').first().click();

  await expect(page.getByText(/Overdue \d+ d/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Show calculation' }).click();
  await expect(page.getByText('calendar day').first()).toBeVisible();
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByRole('button', { name: 'Assign to me' })).toBeHidden();
  await expect(page.getByRole('link', { name: /Guest/ }).first()).toBeVisible();
  await expect(page.getByText(/changed the owner/)).toBeVisible();
});

test('a team lead reassigns an overdue action item on the team page, and all counts change', async ({
  page,
  context,
}) => {
  await page.goto('/catalog/default/group/network/postmortems');
  const panel = page.getByRole('region', { name: 'Overdue action items' });
  const all = panel.getByRole('link', { name: /^View all \d+$/ });
  const overdueAtFirst = await countOf(all);
  const change = panel
    .getByRole('button', { name: /^Change owner of PM-\d+\/A\d+$/ })
    .first();
  const id = String(await change.getAttribute('aria-label')).slice(
    'Change owner of '.length,
  );

  // Someone else views the new owner's work, and the whole list.
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

test('an SRE filters by severity and date, searches, and shares the URL', async ({
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
  // Earlier results stay on the screen until the response arrives.
  await expect.poll(counted).toBeLessThan(everything);
  const severe = await counted();

  await page.getByLabel('Search the text of postmortems').fill('database');
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

test('missing, forbidden and invalid requests are explained', async ({
  page,
}) => {
  await page.goto('/postmortems/new');
  await page.getByRole('button', { name: 'Start postmortem' }).click();
  await expect(
    page.getByText('Enter a title that says what broke'),
  ).toBeVisible();
  await expect(
    page.getByText('Add at least one affected entity'),
  ).toBeVisible();

  await page.goto('/postmortems/all?q=nothingofthekind');
  await expect(
    page.getByText('No postmortems match these filters'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page.getByText(/^\d+ postmortems$/)).toBeVisible();
});
