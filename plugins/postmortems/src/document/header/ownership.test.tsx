import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../testing/refusal';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

describe('handing over', () => {
  it('asks for a reason and removes the owner', async () => {
    const handOverOwner = jest.fn();
    const server = createFakeServer(aDraft({ ownerRef: 'user:default/guest' }));
    renderPostmortem({
      ...server.api,
      handOverOwner: input => {
        handOverOwner(input);
        return server.api.handOverOwner(input);
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Hand over PM-42',
    });
    const confirm = within(dialog).getByRole('button', { name: 'Hand over' });
    expect(confirm).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'On leave');
    await userEvent.click(confirm);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(handOverOwner).toHaveBeenCalledWith({
      params: { id: 'PM-42' },
      body: { reason: 'On leave', suggestedRef: undefined },
    });
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Assign to me' })).toBeEnabled();
  });

  it('explains why someone cannot be suggested', async () => {
    const { api } = createFakeServer(
      aDraft({
        ownerRef: 'user:default/guest',
        ownerAcknowledgedAt: '2026-03-13T08:00:00Z',
      }),
      {
        handOverOwner: async () => {
          throw refusal(
            409,
            'ConflictError',
            'suggestedRef must not be user:default/kwame, who already handed this postmortem over',
          );
        },
      },
    );
    renderPostmortem(api);

    // Owners who acknowledged can still hand over.
    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'On leave{Enter}',
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Suggested owner must not be user:default/kwame, who already handed this postmortem over',
    );
  });

  it('shows the last owner’s suggestion to those who assign', async () => {
    const server = createFakeServer(
      aDraft({
        ownerRef: undefined,
        ownerSuggestion: {
          userRef: 'user:default/priya',
          suggestedBy: 'user:default/kwame',
          reason: 'knows the system',
          suggestedAt: '2026-03-13T08:00:00Z',
        },
      }),
    );
    renderPostmortem(server.api);

    const name = await screen.findByRole('button', { name: 'Assign priya' });
    expect(name.parentElement).toHaveTextContent(
      'kwame suggests priya: knows the system',
    );
    await userEvent.click(name);
    await waitFor(() =>
      expect(server.current().ownerRef).toBe('user:default/priya'),
    );
    await waitFor(() =>
      expect(screen.queryByText(/knows the system/)).toBeNull(),
    );
  });
});

describe('the owner', () => {
  it.each([
    ['is said to be waited for', undefined, 1],
    ['is not, once they acknowledged', '2026-03-13T08:00:00Z', 0],
  ])('%s', async (_, ownerAcknowledgedAt, times) => {
    const { api } = createFakeServer(
      aDraft({ ownerRef: 'user:default/priya', ownerAcknowledgedAt }),
    );
    renderPostmortem(api);

    await screen.findByText('The cache was flushed.');
    await screen.findByRole('button', { name: 'Watch' });
    expect(screen.queryAllByText('(not acknowledged yet)')).toHaveLength(times);
  });
});

describe('assigning the owner', () => {
  it('suggests likely owners with reasons', async () => {
    const suggestOwners = jest.fn();
    const server = createFakeServer(
      aDraft({
        ownerRef: undefined,
        contributors: [{ userRef: 'user:default/priya', role: 'responder' }],
      }),
      {
        suggestOwners: async ({ body }) => {
          suggestOwners(body);
          return {
            items: [
              {
                userRef: 'user:default/priya',
                reasons: ['responded', 'owned-before'],
                ownedBefore: 2,
              },
            ],
          };
        },
      },
    );
    renderPostmortem(server.api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Assign owner' }),
    );
    const dialog = await screen.findByRole('dialog');
    const list = await within(dialog).findByRole('list', {
      name: 'Suggested owners',
    });
    expect(list).toHaveTextContent(
      'was a responder, owned 2 postmortems for this service',
    );
    expect(suggestOwners).toHaveBeenLastCalledWith({
      entityRefs: ['component:default/checkout-api'],
      commanderRef: undefined,
      contributors: [{ userRef: 'user:default/priya', role: 'responder' }],
      postmortemId: 'PM-42',
    });

    await userEvent.click(
      within(list).getByRole('button', { name: 'Choose priya as owner' }),
    );
    // A selected person isn't suggested again.
    expect(within(dialog).queryByRole('list')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.current().ownerRef).toBe('user:default/priya'),
    );
  });
});
