import { expect, test } from '../support/fixtures';

test('a guest enters the portal and finds a service in the catalog', async ({
  page,
}) => {
  await page.goto('/catalog');
  // Retried, because loading the ownership resets the selection.
  await expect(async () => {
    await page.getByRole('menuitem', { name: /^All/ }).click();
    await expect(page.getByText(/^All Components/)).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  await page.getByRole('link', { name: 'edge-proxy' }).click();

  await expect(page.getByRole('heading', { name: 'edge-proxy' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Postmortems' })
    .click();
  await expect(page).toHaveURL(/\/component\/edge-proxy\/postmortems$/);
});
