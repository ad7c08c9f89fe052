import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const SECTIONS = '**/api/postmortems/postmortems/*/sections/*';

/** A local time in the format of the form. */
function hoursAgo(hours: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  })
    .format(new Date(Date.now() - hours * 3_600_000))
    .replace(' ', 'T');
}

/** Creates a postmortem, and opens its page for editing. */
async function start(page: Page, title: string, restricted = false) {
  await page.goto(
    '/postmortems/new?entityRef=component:default/public-resolver',
  );
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Severity').click();
  await page.getByRole('option', { name: /^SEV-3/ }).click();
  await page.getByLabel('Started').fill(hoursAgo(5));
  await page.getByLabel('Resolved').fill(hoursAgo(3));
  if (restricted) {
    await page.getByRole('radio', { name: 'Restricted' }).check();
    await page.getByRole('textbox', { name: /Owner/ }).fill('Priya');
    await page.getByRole('option', { name: /Priya Raman/ }).click();
  }
  await page.getByRole('button', { name: 'Start postmortem' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

/** Edits the summary while the server does not respond. */
async function writeUnsaved(page: Page, text: string) {
  await page.route(SECTIONS, () => {});
  await page.getByRole('button', { name: 'Write: Summary' }).click();
  await page.getByRole('textbox', { name: 'Summary' }).click();
  await page.keyboard.insertText(text);
  await expect(page.getByText(/^(Not saved yet|Saving…)$/)).toBeVisible();
}

test('a draft survives a reload, however late permissions load', async ({
  page,
}) => {
  await start(page, `Resolver lost a sentence ${Date.now()}`);
  const text = 'Half of the answers came from a stale cache.';
  await writeUnsaved(page, text);

  let letThrough = () => {};
  const known = new Promise<void>(resolve => {
    letThrough = resolve;
  });
  await page.route('**/api/permission/authorize', async route => {
    if (route.request().postData()?.includes('postmortem.update')) await known;
    await route.continue();
  });
  page.on('dialog', dialog => dialog.accept());
  await page.reload();

  const unsaved = page.getByRole('region', { name: 'You have unsaved text' });
  await expect(unsaved).toContainText(text);
  await expect(unsaved.getByRole('link', { name: 'Summary' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Continue editing' }),
  ).toBeHidden();

  letThrough();
  await page.unroute(SECTIONS);
  await page.getByRole('button', { name: 'Continue editing' }).click();
  await expect(page.getByRole('textbox', { name: 'Summary' })).toContainText(
    text,
  );
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await expect(unsaved).toBeHidden();
  await page.reload();
  await expect(page.getByText(text)).toBeVisible();
  await expect(unsaved).toBeHidden();
});

test('a restricted postmortem closes for people who lose access, and returns their draft', async ({
  signInAs,
}) => {
  test.slow();
  const title = `Resolver keys were exposed ${Date.now()}`;
  const priya = await signInAs('Priya Raman');
  await start(priya, title, true);
  const people = priya.getByRole('button', {
    name: 'Edit people',
  });
  await people.click();
  const dialog = priya.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add contributor' }).click();
  await dialog.getByRole('textbox', { name: 'User' }).fill('Grace');
  await priya.getByRole('option', { name: /Grace Kim/ }).click();
  await expect(
    dialog.getByText(
      'This gives Grace Kim access to this restricted postmortem.',
    ),
  ).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Role' }).fill('scribe');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const grace = await signInAs('Grace Kim', [/status of 404/]);
  await grace.goto(`${new URL(priya.url()).pathname}?edit=true`);
  const text = 'The key was in a log for two days.';
  await writeUnsaved(grace, text);

  await people.click();
  await dialog.getByRole('button', { name: 'Remove contributor' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await expect(
    grace.getByText('This postmortem is no longer available to you'),
  ).toBeVisible();
  await expect(grace.getByText(title)).toBeHidden();
  const unsaved = grace.getByRole('region', { name: 'You have unsaved text' });
  await expect(
    unsaved.getByLabel('Your text: Summary', { exact: true }),
  ).toHaveText(text);
  await unsaved.getByRole('button', { name: 'Discard your text' }).click();
  await expect(unsaved).toBeHidden();
});
