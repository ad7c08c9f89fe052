import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import type { FakePostmortemsApiOptions } from '../../../testing/fakePostmortemsApi';
import { anActionItem } from '../../../testing/fixtures';
import { refusal } from '../../../testing/refusal';
import { aDraft } from '../../__testUtils__/aDraft';
import { createFakeServer } from '../../__testUtils__/fakeServer';
import { renderPostmortem } from '../../__testUtils__/renderPostmortem';

const PROPOSED = '2126-03-27T23:59:59.999Z';
const ana = 'user:default/ana.silva';

const replica = anActionItem();
const alert = anActionItem({
  id: 'PM-42/A2',
  title: 'Alert on an empty cache',
  kind: 'detect',
  priority: 'P2',
  status: 'proposed',
  ownerRef: undefined,
  dueAt: undefined,
  description: 'On **misses**, not on errors.',
});
const runbook = anActionItem({
  id: 'PM-42/A3',
  title: 'Write the runbook',
  kind: 'process',
  status: 'declined',
  statusReason: 'There is one',
  closedAt: '2026-03-20T10:00:00Z',
});

/** Renders PM-42 with these action items and a policy due date for P0 and P1. */
function open(
  actionItems: ActionItem[],
  options: {
    search?: string;
    server?: FakePostmortemsApiOptions;
  } = {},
) {
  const { search, server: overrides } = options;
  const server = createFakeServer(
    aDraft({
      actionItems,
      actionItemDueDates: { P0: PROPOSED, P1: PROPOSED },
    }),
    overrides,
  );
  renderPostmortem(server.api, { search });
  return server;
}

const table = () =>
  screen.findByRole('table', { name: 'Action items for PM-42' });

/** Finds an item's row by its title. */
async function rowOf(item: ActionItem) {
  return within(await table())
    .getByRole('rowheader', { name: new RegExp(item.title) })
    .closest('tbody')!;
}

// Finding buttons by label is much faster than by role and name.
async function choose(button: string, option: string) {
  await userEvent.click(await screen.findByLabelText(button));
  await userEvent.click(await screen.findByRole('menuitem', { name: option }));
}

const statusOf = (id: string, status: string) =>
  `Status of ${id}: ${status}. Change it`;

describe('the URL of an action item', () => {
  it('scrolls to the item', async () => {
    const scrolled: string[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView() {
      scrolled.push(this.id);
    };
    open([replica, runbook], { search: '#A3' });

    expect((await rowOf(runbook)).className).toMatch(/linked/);
    expect((await rowOf(replica)).className).not.toMatch(/linked/);
    expect(scrolled).toEqual(['A3']);
  });
});

describe('editing an action item in its row', () => {
  it('changes the status immediately and asks why it is declined', async () => {
    const server = open([replica]);

    await choose(statusOf('PM-42/A1', 'Open'), 'In progress');
    await waitFor(() =>
      expect(server.actionItem('A1').status).toBe('in-progress'),
    );

    await choose(statusOf('PM-42/A1', 'In progress'), 'Declined');
    const dialog = await screen.findByRole('dialog', {
      name: 'Decline PM-42/A1?',
    });
    const decline = within(dialog).getByRole('button', { name: 'Decline' });
    expect(decline).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Too dear{Enter}',
    );
    await waitFor(() =>
      expect(server.actionItem('A1')).toMatchObject({
        status: 'declined',
        statusReason: 'Too dear',
      }),
    );
    expect(await rowOf(replica)).toHaveTextContent('Declined: Too dear');
  });

  it('assigns an owner and shows server errors beside the field', async () => {
    const server = open([alert], {
      server: {
        updateActionItem: async ({ body }) => {
          if (body?.ownerRef) {
            return server.saveActionItem(server.actionItem('A2'), {
              ownerRef: body.ownerRef,
            });
          }
          throw refusal(
            400,
            'InputError',
            'ownerRef must be a User or Group entity',
          );
        },
      },
    });

    await userEvent.click(
      await screen.findByLabelText('Assign owner to PM-42/A2'),
    );
    const form = await screen.findByRole('dialog');
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    expect(
      await within(form).findByText('Owner must be a User or Group entity'),
    ).toBeInTheDocument();

    await userEvent.click(within(form).getByRole('textbox', { name: 'Owner' }));
    await userEvent.click(await screen.findByRole('option', { name: /guest/ }));
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.actionItem('A2').ownerRef).toBe('user:default/guest'),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await rowOf(alert)).toHaveTextContent('guest');
  });

  it('asks why a due date is later than the policy’s, and keeps the policy’s to the millisecond', async () => {
    const update = jest.fn();
    const server = open([replica], {
      server: {
        updateActionItem: async input => {
          update(input.body);
          return server.saveActionItem(server.actionItem('A1'), {
            dueAt: input.body?.dueAt ?? undefined,
          });
        },
      },
    });
    const enter = async (day: string) => {
      await userEvent.click(
        await screen.findByLabelText('Change due date for PM-42/A1'),
      );
      const form = await screen.findByRole('dialog');
      expect(form).toHaveTextContent('The policy suggests Mar 27, 2126.');
      fireEvent.change(within(form).getByLabelText('Due date'), {
        target: { value: day },
      });
      return form;
    };

    const later = await enter('2126-04-02');
    expect(within(later).getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.type(
      within(later).getByRole('textbox', { name: /Reason for the later date/ }),
      'The supplier is slow{Enter}',
    );
    await waitFor(() =>
      expect(update).toHaveBeenLastCalledWith({
        dueAt: '2126-04-02T23:59:59.999Z',
        dueReason: 'The supplier is slow',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    const back = await enter('2126-03-27');
    await userEvent.click(within(back).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(update).toHaveBeenLastCalledWith({ dueAt: PROPOSED }),
    );
  });

  it('shows concurrent changes and asks again', async () => {
    const server = open([replica]);
    await table();
    server.saveActionItem(replica, { priority: 'P0' });

    await choose(statusOf('PM-42/A1', 'Open'), 'Done');
    const row = await rowOf(replica);
    expect(await within(row).findByRole('alert')).toHaveTextContent(
      'Someone else changed this action item.',
    );
    expect(row).toHaveTextContent('P0');
    expect(server.actionItem('A1').status).toBe('open');

    await choose(statusOf('PM-42/A1', 'Open'), 'Done');
    await waitFor(() => expect(server.actionItem('A1').status).toBe('done'));
    await waitFor(() => expect(within(row).queryByRole('alert')).toBeNull());
  });

  it('commits to a proposal in one step, with the policy’s due date', async () => {
    const server = open([{ ...alert, priority: 'P1', ownerRef: ana }]);

    await userEvent.click(await screen.findByLabelText('Commit to PM-42/A2'));
    const dialog = await screen.findByRole('dialog', {
      name: 'Commit to PM-42/A2',
    });
    expect(within(dialog).getByLabelText(/^Due date/)).toHaveValue(
      '2126-03-27',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Commit' }),
    );
    await waitFor(() =>
      expect(server.actionItem('A2')).toMatchObject({
        status: 'open',
        ownerRef: ana,
        dueAt: PROPOSED,
      }),
    );
  });
});

describe('writing action items', () => {
  it('adds items by keyboard, as proposals or commitments', async () => {
    const server = open([], { search: '?edit=true' });
    await userEvent.click(await screen.findByText('Add action item'));
    const title = await screen.findByRole('textbox', { name: 'Action item' });
    expect(title).toHaveFocus();
    await userEvent.keyboard('Test the flush{Enter}');
    await waitFor(() => expect(server.current().actionItems).toHaveLength(1));
    await waitFor(() => expect(title).toHaveValue(''));
    expect(title).toHaveFocus();
    expect(server.current().actionItems[0]).toMatchObject({
      title: 'Test the flush',
      status: 'proposed',
      priority: 'P1',
    });

    await userEvent.click(
      screen.getByRole('checkbox', { name: /Commit, with an owner/ }),
    );
    const form = screen.getByRole('form', { name: 'Add action item' });
    expect(within(form).getByLabelText(/^Due date/)).toHaveValue('2126-03-27');
    await userEvent.type(title, 'Alert on it');
    const add = within(form).getByRole('button', { name: 'Add action item' });
    expect(add).toBeDisabled();
    await userEvent.click(within(form).getByRole('textbox', { name: /Owner/ }));
    await userEvent.click(await screen.findByRole('option', { name: /guest/ }));
    await userEvent.click(add);
    await waitFor(() => expect(server.current().actionItems).toHaveLength(2));
    expect(server.current().actionItems[1]).toMatchObject({
      title: 'Alert on it',
      status: 'open',
      ownerRef: 'user:default/guest',
      dueAt: PROPOSED,
    });
  });

  it('merges my change with someone else’s', async () => {
    const server = open([replica], { search: '?edit=true' });
    await choose('More actions for PM-42/A1', 'Edit');
    const title = await screen.findByRole('textbox', { name: 'Action item' });
    server.saveActionItem(replica, { priority: 'P0' });

    await userEvent.type(title, ' soon{Enter}');
    await waitFor(() =>
      expect(server.actionItem('A1')).toMatchObject({
        title: 'Give the cache a second replica soon',
        priority: 'P0',
      }),
    );
  });

  it('moves an item with the arrow keys and keeps focus on it', async () => {
    const server = open([replica, alert, runbook], { search: '?edit=true' });
    const order = () => server.current().actionItems.map(({ id }) => id);
    const handle = await screen.findByLabelText(
      'Move PM-42/A1: drag, or press the arrow keys',
    );

    handle.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowDown}');
    expect(
      await screen.findByText('PM-42/A1 is now number 2 of 3'),
    ).toBeInTheDocument();
    expect(order()).toEqual(['PM-42/A2', 'PM-42/A1', 'PM-42/A3']);
    await waitFor(() => expect(handle).toHaveFocus());

    await choose('More actions for PM-42/A3', 'Move up');
    expect(
      await screen.findByText('PM-42/A3 is now number 2 of 3'),
    ).toBeInTheDocument();
    expect(order()).toEqual(['PM-42/A2', 'PM-42/A3', 'PM-42/A1']);
    expect(
      within(await table())
        .getAllByRole('rowheader')
        .map(cell => cell.textContent),
    ).toEqual([
      expect.stringContaining(alert.title),
      expect.stringContaining(runbook.title),
      expect.stringContaining(replica.title),
    ]);
  });

  it('moves an item back if the server refuses, and explains why', async () => {
    open([replica, alert], {
      search: '?edit=true',
      server: {
        updateActionItem: async () => {
          throw refusal(403, 'NotAllowedError', 'Only the owner may');
        },
      },
    });
    fireEvent.dragStart(await screen.findByLabelText(/^Move PM-42\/A2/), {
      dataTransfer: { setData: () => {}, setDragImage: () => {} },
    });
    fireEvent.dragOver(await rowOf(replica));
    fireEvent.drop(await rowOf(replica));

    expect(await screen.findByText('Only the owner may')).toBeInTheDocument();
    expect(
      within(await table()).getAllByRole('rowheader')[0],
    ).toHaveTextContent(replica.title);
  });

  it('asks before removing an item', async () => {
    const server = open([replica, alert], { search: '?edit=true' });
    await choose('More actions for PM-42/A2', 'Remove');
    const dialog = await screen.findByRole('dialog', {
      name: 'Remove PM-42/A2?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove' }),
    );
    await waitFor(() =>
      expect(server.current().actionItems).toEqual([replica]),
    );
    await waitFor(() => expect(screen.queryByText(alert.title)).toBeNull());
  });
});

describe('the decision that no action item is needed', () => {
  const gate =
    'A committed P0 or P1 action item, or a reason for not needing one';

  it('is required before publishing, recorded, shown and withdrawn', async () => {
    const server = open([alert], { search: '?edit=true' });
    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    const requirement = () =>
      within(checklist).getByRole('link', { name: gate }).closest('li');
    expect(requirement()).toHaveTextContent('(not done)');

    await userEvent.click(screen.getByText('No action needed'));
    await userEvent.type(
      within(await screen.findByRole('dialog')).getByRole('textbox'),
      'The service is gone{Enter}',
    );
    expect(
      await screen.findByText(
        'No P0 or P1 action item needed: The service is gone',
      ),
    ).toBeInTheDocument();
    expect(requirement()).toHaveTextContent('(done)');
    expect(server.current().noActionItemsReason).toBe('The service is gone');

    await userEvent.click(screen.getByText('Remove reason'));
    await waitFor(() => expect(requirement()).toHaveTextContent('(not done)'));
    expect(server.current().noActionItemsReason).toBeUndefined();
  });
});

describe('tickets', () => {
  const trackers = {
    listTrackers: async () => ({
      items: [{ id: 'jira', title: 'Jira' }],
    }),
  };

  it('creates a ticket and retries a failed one', async () => {
    const server = open([replica], {
      server: {
        ...trackers,
        putTicket: async () =>
          server.saveActionItem(server.actionItem('A1'), {
            ticket: {
              tracker: 'jira',
              sync: 'failed',
              error: 'jira.example answered 503',
              nextAttemptAt: DateTime.now().plus({ minutes: 5 }).toISO()!,
            },
          }),
        syncTicket: async () =>
          server.saveActionItem(server.actionItem('A1'), {
            ticket: {
              tracker: 'jira',
              key: 'OPS-8',
              url: 'https://jira.example/browse/OPS-8',
              status: 'open',
              sync: 'ok',
            },
          }),
      },
    });
    await choose('More actions for PM-42/A1', 'Create ticket');

    const row = await rowOf(replica);
    await waitFor(() =>
      expect(row).toHaveTextContent(
        /Ticket out of sync: jira\.example answered 503 · next retry in [45] min/,
      ),
    );
    await userEvent.click(
      within(row).getByRole('button', { name: 'Retry now' }),
    );
    expect(
      await within(row).findByRole('link', { name: 'OPS-8 · Open' }),
    ).toHaveAttribute('href', 'https://jira.example/browse/OPS-8');
    expect(within(row).queryByText(/out of sync/)).toBeNull();
  });

  it('links a ticket by URL, shows server errors, and unlinks it', async () => {
    const linked = {
      ...replica,
      ticket: { tracker: 'jira', key: 'OPS-9', sync: 'pending' as const },
    };
    const server = open([linked], {
      server: {
        ...trackers,
        removeTicket: async () =>
          server.saveActionItem(server.actionItem('A1'), { ticket: undefined }),
        putTicket: async ({ body }) => {
          if (!body?.url?.startsWith('https://jira.example/')) {
            throw refusal(400, 'InputError', 'No tracker knows this address');
          }
          return server.saveActionItem(server.actionItem('A1'), {
            ticket: { ...linked.ticket, key: 'OPS-7' },
          });
        },
      },
    });
    const row = await rowOf(replica);
    expect(row).toHaveTextContent('OPS-9 · syncing');
    await choose('More actions for PM-42/A1', 'Unlink ticket');
    await waitFor(() => expect(row).not.toHaveTextContent('OPS-9'));

    await choose('More actions for PM-42/A1', 'Link ticket…');
    const dialog = await screen.findByRole('dialog', {
      name: 'Link ticket to PM-42/A1',
    });
    const address = within(dialog).getByRole('textbox', {
      name: /Ticket URL/,
    });
    await userEvent.type(address, 'https://elsewhere.example/1{Enter}');
    expect(
      await within(dialog).findByText('No tracker knows this address'),
    ).toBeInTheDocument();
    await userEvent.clear(address);
    await userEvent.type(address, 'https://jira.example/browse/OPS-7{Enter}');
    await waitFor(() => expect(row).toHaveTextContent('OPS-7'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
