import { sendAsGuest } from '../support/api';
import { expect, test } from '../support/fixtures';

test('@ and PM- suggest what a text can refer to, and it is linked', async ({
  page,
}) => {
  const { id } = await sendAsGuest<{ id: string }>(
    process.env.PORTAL_URL!,
    '/api/postmortems/postmortems',
    {
      method: 'POST',
      body: {
        title: `A text that refers to others ${Date.now()}`,
        severity: 'SEV-3',
        startedAt: new Date(Date.now() - 3_600_000).toISOString(),
        entityRefs: ['component:default/public-resolver'],
      },
    },
  );
  await page.goto(`/postmortems/${id}`);
  await page.getByRole('button', { name: 'Write: Summary' }).click();
  const editor = page.getByRole('textbox', { name: 'Summary' });
  await editor.click();

  for (const [typed, option] of [
    ['Ask @pri', /Priya Raman/],
    [' about PM-leap', /PM-1 .*leap day|PM-1No workload/],
    [' and PM-1/A', /PM-1\/A1/],
  ] as const) {
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: option }).click();
  }
  await expect(editor).toHaveText(
    'Ask @user:default/priya.raman about PM-1 and PM-1/A1',
  );
  // The first Escape would close suggestions.
  await page.getByRole('button', { name: 'Done', exact: true }).click();

  const text = page.getByRole('region', { name: 'Summary' });
  await expect(text.getByRole('link', { name: 'Priya Raman' })).toHaveAttribute(
    'href',
    '/catalog/default/user/priya.raman',
  );
  await text.getByRole('link', { name: 'PM-1/A1' }).click();
  await expect(page).toHaveURL(/\/postmortems\/PM-1#A1$/);
});
