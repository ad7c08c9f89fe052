import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../testing/refusal';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

async function chooseRestricted() {
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Edit title, outcome, visibility and labels',
    }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByLabelText('Restricted'));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  return dialog;
}

describe('visibility', () => {
  it('is changed among the facts and shown beside the title if restricted', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });

    await chooseRestricted();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.current().visibility).toBe('restricted');
    const heading = screen.getByRole('heading', { name: /^PM-42/ });
    expect(heading).toHaveTextContent(/cache flush Restricted$/);

    await userEvent.hover(within(heading).getByText('Restricted'));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /^Visible only to the owner, incident commander/,
    );
  });

  it('shows a refusal beside the choice', async () => {
    const { api } = createFakeServer(aDraft(), {
      updatePostmortem: async () => {
        throw refusal(
          403,
          'NotAllowedError',
          'visibility must stay such that you see it',
        );
      },
    });
    renderPostmortem(api, { search: '?edit=true' });

    const dialog = await chooseRestricted();
    expect(
      await within(dialog).findByText(
        'Visibility must stay such that you see it',
      ),
    ).toBeInTheDocument();
    expect(within(dialog).getByLabelText('Restricted')).toBeChecked();
  });
});
