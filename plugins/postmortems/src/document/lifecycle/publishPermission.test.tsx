import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

// A separate file, because the portal caches permissions.
describe('without the permission to publish', () => {
  it('explains it and offers the other transitions', async () => {
    const { api } = createFakeServer(aDraft({ status: 'in-review' }));
    renderPostmortem(api, {
      search: '?edit=true',
      without: ['postmortem.publish'],
    });

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(
      await within(checklist).findByText(/have permission to publish/),
    ).toBeVisible();
    expect(within(checklist).queryByRole('button')).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: 'Status: In review. Change it' }),
    );
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['Return to draft']);
  });
});
