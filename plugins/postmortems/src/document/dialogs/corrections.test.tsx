import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ChangeNeeds } from 'backstage-plugin-postmortems-common';
import type { FakePostmortemsApiOptions } from '../../testing/fakePostmortemsApi';
import { refusal } from '../../testing/refusal';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(120_000);

/** Sets the server's preview of what a change requires. */
function previewing(needs: ChangeNeeds): FakePostmortemsApiOptions {
  return {
    previewDeadline: async () => ({
      required: true,
      governingSeverity: 'SEV-1',
      teamRefs: [],
      needs,
    }),
  };
}

async function editTimes() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Edit times' }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByLabelText('Ongoing'));
  return dialog;
}

describe('a change that gives more time', () => {
  it('asks for a reason where it is made', async () => {
    const updatePostmortem = jest.fn();
    const { api } = createFakeServer(aDraft(), previewing('reason'));
    renderPostmortem(
      {
        ...api,
        updatePostmortem: input => {
          updatePostmortem(input.body);
          return api.updatePostmortem(input);
        },
      },
      { search: '?edit=true' },
    );
    const dialog = await editTimes();
    const reason = await within(dialog).findByLabelText(/Reason/);
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.type(reason, 'It came back');
    await userEvent.click(save);
    await waitFor(() =>
      expect(updatePostmortem).toHaveBeenCalledWith({
        resolvedAt: null,
        reason: 'It came back',
      }),
    );
  });

  it('asks for a reason also if only the server knew', async () => {
    const { api } = createFakeServer(aDraft(), {
      updatePostmortem: async () => {
        throw refusal(
          400,
          'InputError',
          'reason is required because this change relaxes the deadline or the compliance status (later or no deadline)',
        );
      },
    });
    renderPostmortem(api, { search: '?edit=true' });
    const dialog = await editTimes();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByLabelText(/Reason/)).toBeInvalid();
    expect(dialog).toHaveTextContent('Reason is required because');
  });

  it('explains who can make it, and offers a correction to those who may', async () => {
    const correctFacts = jest.fn();
    const server = createFakeServer(aDraft(), {
      ...previewing('correction'),
      correctFacts: async ({ body, ifMatch }) => {
        correctFacts(body, ifMatch);
        return { ...server.current(), resolvedAt: undefined, revision: 8 };
      },
    });
    renderPostmortem(server.api, { search: '?edit=true' });
    const times = await editTimes();
    expect(
      await within(times).findByText(/Use "Correct facts" and give a reason/),
    ).toBeInTheDocument();
    expect(within(times).getByRole('button', { name: 'Save' })).toBeDisabled();

    await userEvent.click(
      within(times).getByRole('button', { name: 'Correct facts…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Correct facts in PM-42',
    });
    const confirm = within(dialog).getByRole('button', {
      name: 'Save correction',
    });
    // Keeps what was entered.
    expect(within(dialog).getByLabelText('Ongoing')).toBeChecked();
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'It came back',
    );
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(correctFacts).toHaveBeenCalledWith(
        { resolvedAt: null, reason: 'It came back' },
        7,
      ),
    );
  });

  it('refers the owner to someone else', async () => {
    const { api } = createFakeServer(
      aDraft({ ownerRef: 'user:default/guest' }),
      previewing('correction'),
    );
    renderPostmortem(api, { search: '?edit=true' });
    const dialog = await editTimes();
    expect(
      await within(dialog).findByText(
        /requires someone who can grant exceptions/,
      ),
    ).toBeInTheDocument();
    expect(
      within(dialog).queryByRole('button', { name: 'Correct facts…' }),
    ).toBeNull();
  });
});

it('shows what moved the deadline, by how much, who did it and why', async () => {
  const { api } = createFakeServer(aDraft({ exceptions: 1 }), {
    listHistory: async ({ query }) => ({
      items: query?.action
        ? [
            {
              id: '3',
              at: '2026-11-28T09:00:00Z',
              actorRef: 'user:default/bo.li',
              action: 'deadline-changed',
              field: 'dueAt',
              before: '2026-11-02T23:59:59.999Z',
              after: '2026-11-29T23:59:59.999Z',
              reason:
                'the time of resolution changed: Orders failed until then',
            },
            {
              id: '2',
              at: '2026-11-01T09:00:00Z',
              actorRef: 'user:default/bo.li',
              action: 'deadline-changed',
              field: 'dueAt',
              after: '2026-11-02T23:59:59.999Z',
              reason: 'the time of resolution changed',
            },
          ]
        : [],
      pageInfo: {},
    }),
  });
  renderPostmortem(api);
  const moves = await screen.findByRole('region', {
    name: 'Deadline changes',
  });
  expect(within(moves).getAllByRole('listitem')).toHaveLength(1);
  expect(moves).toHaveTextContent(
    /On .*, bo\.li pushed the deadline back by 27 days: the time of resolution changed: Orders failed until then/,
  );
});
