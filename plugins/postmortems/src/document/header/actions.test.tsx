import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { anActionItem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { aDraft, sectionsWith } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

const complete = {
  sections: sectionsWith({
    summary: 'Done.',
    impact: 'Done.',
    'what-happened': 'Done.',
    resolution: 'Done.',
  }),
  contributingFactors: [
    {
      id: '2',
      title: 'One replica',
      category: 'capacity' as const,
      description: '',
      revision: 1,
    },
  ],
  actionItems: [anActionItem()],
};

async function chooseStep(status: string, step: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: `Status: ${status}. Change it` }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: step }));
  return screen.findByRole('dialog');
}

async function chooseAction(name: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: 'More actions' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name }));
  return screen.findByRole('dialog');
}

describe('the lifecycle', () => {
  it('goes from draft through review to published', async () => {
    const server = createFakeServer(aDraft(complete));
    renderPostmortem(server.api, { search: '?edit=true' });

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(checklist).toHaveTextContent('ready');
    await userEvent.click(
      within(checklist).getByRole('button', { name: 'Send for review' }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Send for review',
      }),
    );
    await waitFor(() => expect(server.current().status).toBe('in-review'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    const dialog = await chooseStep('In review', 'Publish');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Publish' }),
    );
    await waitFor(() => expect(server.current().status).toBe('published'));
    // Published text is read-only.
    expect(
      await screen.findByRole('region', { name: 'Deadline' }),
    ).toBeVisible();
  });

  it('keeps published text unchanged until it is reopened with a reason', async () => {
    const server = createFakeServer(
      aDraft({ ...complete, status: 'published' }),
    );
    renderPostmortem(server.api, { search: '?edit=true' });

    expect(
      await screen.findByText(/reopen it and give a reason/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Edit: / })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit Summary' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add event' })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Add action item' }),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Reopen' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText(/^Reason/),
      'The impact was larger',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Reopen' }),
    );
    await waitFor(() => expect(server.current().status).toBe('draft'));
    expect(
      await screen.findByRole('button', { name: 'Edit Summary' }),
    ).toBeVisible();
  });

  it('shows what publishing requires', async () => {
    const { api } = createFakeServer(
      aDraft({ status: 'in-review', resolvedAt: undefined }),
    );
    renderPostmortem(api);

    const dialog = await chooseStep('In review', 'Publish');
    expect(dialog).toHaveTextContent('6 requirements not met:');
    expect(
      within(dialog)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'Impact',
      'What happened',
      'Resolution',
      'Contributing factors',
      'A committed P0 or P1 action item, or a reason for not needing one',
      'Incident resolved',
    ]);
    expect(
      within(dialog).getByRole('button', { name: 'Publish' }),
    ).toBeDisabled();
  });

  it('asks for a reason to go back', async () => {
    const changeStatus = jest.fn();
    const { api } = createFakeServer(aDraft({ status: 'in-review' }));
    renderPostmortem({
      ...api,
      changeStatus: input => {
        changeStatus(input);
        return api.changeStatus(input);
      },
    });

    const dialog = await chooseStep('In review', 'Return to draft');
    const button = within(dialog).getByRole('button', {
      name: 'Return to draft',
    });
    expect(button).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'Impact lacks numbers{Enter}',
    );
    await waitFor(() =>
      expect(changeStatus).toHaveBeenCalledWith({
        params: { id: 'PM-42' },
        body: { to: 'draft', reason: 'Impact lacks numbers' },
        ifMatch: 7,
      }),
    );
  });

  it('shows concurrent changes and asks again', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api);
    const dialog = await chooseStep('Draft', 'Send for review');
    server.change(postmortem => ({
      ...postmortem,
      title: 'Another title',
      revision: 8,
    }));

    const send = within(dialog).getByRole('button', {
      name: 'Send for review',
    });
    await userEvent.click(send);
    expect(
      await within(dialog).findByText(/Someone else changed this postmortem/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Another title/)).toBeInTheDocument();

    await userEvent.click(send);
    await waitFor(() => expect(server.current().status).toBe('in-review'));
  });
});

describe('the owner', () => {
  it('can be the reader, who thereby acknowledges', async () => {
    const server = createFakeServer(aDraft({ ownerRef: undefined }));
    renderPostmortem(server.api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Assign to me' }),
    );
    await waitFor(() =>
      expect(server.current().ownerRef).toBe('user:default/guest'),
    );
    await waitFor(() =>
      expect(server.current().ownerAcknowledgedAt).toBeDefined(),
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull(),
    );
  });

  it('cannot be a reader whom the catalog does not know', async () => {
    const { api } = createFakeServer(aDraft({ ownerRef: undefined }));
    const catalog = catalogApiMock();
    const ask = jest.spyOn(catalog, 'getEntitiesByRefs');
    renderPostmortem(api, { catalog });
    await screen.findByRole('button', { name: 'Assign owner' });
    await waitFor(() =>
      expect(ask).toHaveBeenCalledWith(
        expect.objectContaining({ entityRefs: ['user:default/guest'] }),
      ),
    );
    await act(async () => {
      await Promise.all(ask.mock.results.map(({ value }) => value));
    });
    expect(screen.queryByRole('button', { name: 'Assign to me' })).toBeNull();
  });

  it.each([
    ['draft', 1],
    ['published', 0],
  ] as const)('of a %s is asked to acknowledge: %i', async (status, count) => {
    const { api } = createFakeServer(
      aDraft({ status, ownerRef: 'user:default/guest' }),
    );
    renderPostmortem(api);
    await screen.findByRole('button', { name: 'More actions' });
    expect(
      screen.queryAllByRole('button', { name: 'Acknowledge' }),
    ).toHaveLength(count);
  });
});

describe('exceptions', () => {
  it('grants a waiver with a reason, shows it and withdraws it', async () => {
    const server = createFakeServer(aDraft());
    const deleteWaiver = jest.fn(server.api.deleteWaiver);
    renderPostmortem({ ...server.api, deleteWaiver });

    const dialog = await chooseAction('Waive');
    expect(
      within(dialog).getByRole('button', { name: 'Waive' }),
    ).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'Covered by the supplier',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Waive' }),
    );

    const deadline = screen.getByRole('region', { name: 'Deadline' });
    await waitFor(() =>
      expect(deadline).toHaveTextContent(
        'Waived by guest: Covered by the supplier',
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(
      screen.getByRole('button', { name: 'Withdraw waiver' }),
    );
    const withdrawing = await screen.findByRole('dialog');
    const confirm = within(withdrawing).getByRole('button', {
      name: 'Withdraw waiver',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(withdrawing).getByLabelText(/Reason/),
      'They do not after all',
    );
    await userEvent.click(confirm);
    await waitFor(() => expect(server.current().waiver).toBeUndefined());
    expect(deleteWaiver).toHaveBeenCalledWith(
      expect.objectContaining({ body: { reason: 'They do not after all' } }),
    );
  });

  it('proposes future deadlines for an extension', async () => {
    const putExtension = jest.fn();
    const { api } = createFakeServer(
      aDraft({ dueAt: '2026-01-05T22:59:59.999Z', timeZone: 'Europe/Berlin' }),
      {
        putExtension: async ({ body }) => {
          putExtension(body);
          throw refusal(400, 'InputError', 'Not today');
        },
      },
    );
    renderPostmortem(api);
    const dialog = await chooseAction('Extend deadline');
    const options = within(dialog)
      .getAllByRole('radio')
      .map(radio => radio.closest('label')?.textContent);
    expect(options).toEqual([
      expect.stringMatching(/^1 business day: .* \(Berlin\)$/),
      expect.stringMatching(/^3 business days: .* \(Berlin\)$/),
      expect.stringMatching(/^1 week: .* \(Berlin\)$/),
      'Another date',
    ]);
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Holidays');
    await userEvent.click(within(dialog).getByLabelText(/^1 week/));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Extend' }),
    );
    await within(dialog).findByText('Not today');
    const [{ dueAt }] = putExtension.mock.calls[0];
    expect(Date.parse(dueAt) - Date.now()).toBeGreaterThan(6 * 86_400_000);
  });

  it('shows server errors beside the form', async () => {
    const { api } = createFakeServer(aDraft(), {
      putExtension: async () => {
        throw refusal(
          400,
          'InputError',
          'dueAt must be later than the policy deadline',
        );
      },
    });
    renderPostmortem(api);
    const dialog = await chooseAction('Extend deadline');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Holidays');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Extend' }),
    );
    expect(
      await within(dialog).findByText(
        'dueAt must be later than the policy deadline',
      ),
    ).toBeInTheDocument();
    expect(within(dialog).getByLabelText(/Reason/)).toHaveValue('Holidays');
  });
});

describe('the facts', () => {
  it('previews the deadline of a severity before saving', async () => {
    const updatePostmortem = jest.fn();
    const previewDeadline = jest.fn();
    const { api } = createFakeServer(aDraft({ severity: 'SEV-2' }), {
      previewDeadline: async ({ body }) => {
        previewDeadline(body);
        return { required: false, governingSeverity: 'SEV-1', teamRefs: [] };
      },
    });
    renderPostmortem(
      {
        ...api,
        updatePostmortem: input => {
          updatePostmortem(input);
          return api.updatePostmortem(input);
        },
      },
      { search: '?edit=true' },
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Change severity' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText(/Severity/));
    await userEvent.click(await screen.findByRole('option', { name: /SEV-4/ }));
    expect(
      await within(dialog).findByText(/doesn't require a postmortem for SEV-1/),
    ).toBeInTheDocument();
    // The current severity may be previewed first.
    await waitFor(() =>
      expect(previewDeadline).toHaveBeenLastCalledWith(
        expect.objectContaining({
          severity: 'SEV-4',
          severityHistory: [
            { severity: 'SEV-2', at: '2026-03-12T09:14:00Z' },
            // Not after the resolution.
            { severity: 'SEV-4', at: '2026-03-12T11:28:00Z' },
          ],
        }),
      ),
    );

    await userEvent.type(
      within(dialog).getByLabelText('Reason for the change'),
      'few were affected',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(updatePostmortem).toHaveBeenCalledWith({
        params: { id: 'PM-42' },
        body: { severity: 'SEV-4', severityReason: 'few were affected' },
        ifMatch: 7,
      }),
    );
  });

  it('merges my change with someone else’s and asks only about conflicts', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Edit title, outcome, visibility and labels',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const title = within(dialog).getByLabelText(/Title/);
    const save = within(dialog).getByRole('button', { name: 'Save' });

    server.change(postmortem => ({
      ...postmortem,
      title: 'Their title',
      commanderRef: 'user:default/ana.silva',
      revision: 8,
    }));
    await userEvent.clear(title);
    await userEvent.type(title, 'My title');
    await userEvent.click(save);

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Title is now: Their title.',
    );
    expect(title).toHaveValue('My title');
    expect(server.current().title).toBe('Their title');

    // Another change of theirs doesn't ask again.
    server.change(postmortem => ({
      ...postmortem,
      labels: ['cache'],
      revision: 9,
    }));
    await userEvent.click(save);
    await waitFor(() =>
      expect(server.current()).toMatchObject({
        title: 'My title',
        labels: ['cache'],
        commanderRef: 'user:default/ana.silva',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('changes one contributor and leaves the others unchanged', async () => {
    const server = createFakeServer(
      aDraft({
        contributors: [
          { userRef: 'user:default/ana.silva', role: 'scribe' },
          { userRef: 'user:default/ben', role: 'communications' },
        ],
      }),
    );
    renderPostmortem(server.api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit people' }),
    );
    const dialog = await screen.findByRole('dialog');
    const [first] = within(dialog).getAllByLabelText('Role');
    await userEvent.clear(first);
    await userEvent.type(first, 'responder');
    // Empty rows are dropped.
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Add contributor' }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(server.current().contributors).toEqual([
        { userRef: 'user:default/ana.silva', role: 'responder' },
        { userRef: 'user:default/ben', role: 'communications' },
      ]),
    );
  });

  it('shows an invalid time beside the field', async () => {
    const { api } = createFakeServer(aDraft(), {
      previewDeadline: async () => ({
        required: false,
        governingSeverity: 'SEV-1',
        teamRefs: [],
      }),
      updatePostmortem: async () => {
        throw refusal(
          400,
          'InputError',
          'resolvedAt must not be before startedAt (2026-03-12T09:14:00Z), but is 2026-03-12T08:00:00Z',
        );
      },
    });
    renderPostmortem(api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit times' }),
    );
    const dialog = await screen.findByRole('dialog');
    const resolved = within(dialog).getByLabelText('Resolved');
    await userEvent.clear(resolved);
    await userEvent.type(resolved, '2026-03-12T08:00');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    const start = DateTime.fromISO('2026-03-12T09:14:00Z').toLocaleString(
      DateTime.DATETIME_MED,
    );
    await waitFor(() =>
      expect(resolved).toHaveAccessibleDescription(
        expect.stringContaining(
          `Resolved must not be before Started (${start})`,
        ),
      ),
    );
  });
});
