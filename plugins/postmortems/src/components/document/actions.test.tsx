/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { anActionItem, refusal } from '../../testing';
import { aDraft, sectionsWith } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

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
    expect(checklist).toHaveTextContent('everything is there');
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
    // Published is for reading.
    expect(
      await screen.findByRole('region', { name: 'Deadline' }),
    ).toBeVisible();
  });

  it('keeps what is published as it is until it is reopened with a reason', async () => {
    const server = createFakeServer(
      aDraft({ ...complete, status: 'published' }),
    );
    renderPostmortem(server.api, { search: '?edit=true' });

    expect(
      await screen.findByText(/published is not edited silently/),
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

  it('says what is missing before it can be published', async () => {
    const { api } = createFakeServer(
      aDraft({ status: 'in-review', resolvedAt: undefined }),
    );
    renderPostmortem(api);

    const dialog = await chooseStep('In review', 'Publish');
    expect(dialog).toHaveTextContent('6 things are still missing:');
    expect(
      within(dialog)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'Impact',
      'What happened',
      'Resolution',
      'Contributing factors',
      'A committed P0 or P1 action item, or the decision that none is needed',
      'Incident resolved',
    ]);
    expect(
      within(dialog).getByRole('button', { name: 'Publish' }),
    ).toBeDisabled();
  });

  it('asks why it goes back', async () => {
    const changeStatus = jest.fn();
    const { api } = createFakeServer(aDraft({ status: 'in-review' }));
    renderPostmortem({
      ...api,
      changeStatus: input => {
        changeStatus(input);
        return api.changeStatus(input);
      },
    });

    const dialog = await chooseStep('In review', 'Back to draft');
    const button = within(dialog).getByRole('button', {
      name: 'Back to draft',
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

  it('shows what changed meanwhile and lets one decide again', async () => {
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
  it('can be the reader, who then acknowledges', async () => {
    const server = createFakeServer(aDraft({ ownerRef: undefined }));
    renderPostmortem(server.api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Take it' }),
    );
    await waitFor(() =>
      expect(server.current().ownerRef).toBe('user:default/guest'),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Acknowledge' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull(),
    );
    expect(server.current().ownerAcknowledgedAt).toBeDefined();
  });
});

describe('exceptions', () => {
  it('waives with a reason, says so, and takes it back', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api);

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
      screen.getByRole('button', { name: 'Withdraw the waiver' }),
    );
    await waitFor(() => expect(server.current().waiver).toBeUndefined());
  });

  it('says beside the form what the server does not take', async () => {
    const { api } = createFakeServer(aDraft(), {
      putExtension: async () => {
        throw refusal(
          400,
          'InputError',
          'dueAt must be later than the deadline',
        );
      },
    });
    renderPostmortem(api);
    const dialog = await chooseAction('Extend the deadline');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Holidays');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Extend' }),
    );
    expect(
      await within(dialog).findByText('dueAt must be later than the deadline'),
    ).toBeInTheDocument();
    expect(within(dialog).getByLabelText(/Reason/)).toHaveValue('Holidays');
  });
});

describe('the facts', () => {
  it('shows the deadline that a severity would bring before it is saved', async () => {
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
      await screen.findByRole('button', { name: 'Change the severity' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText(/Severity/));
    await userEvent.click(await screen.findByRole('option', { name: /SEV-4/ }));
    expect(
      await within(dialog).findByText(/asks for no postmortem at SEV-1/),
    ).toBeInTheDocument();
    // The severity that it has already may be previewed first.
    await waitFor(() =>
      expect(previewDeadline).toHaveBeenLastCalledWith(
        expect.objectContaining({
          severity: 'SEV-4',
          severityHistory: [
            { severity: 'SEV-2', at: '2026-03-12T09:14:00Z' },
            // Not after the incident was over.
            { severity: 'SEV-4', at: '2026-03-12T11:28:00Z' },
          ],
        }),
      ),
    );

    await userEvent.type(
      within(dialog).getByLabelText('Why it changes'),
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

  it('puts my change on top of someone else’s, and asks only where both changed the same', async () => {
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

    // Meanwhile they change something else: that is no reason to ask again.
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

  it('changes who took part and leaves the others as they are', async () => {
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
      await screen.findByRole('button', { name: 'Edit the people involved' }),
    );
    const dialog = await screen.findByRole('dialog');
    const [first] = within(dialog).getAllByLabelText('Role');
    await userEvent.clear(first);
    await userEvent.type(first, 'responder');
    // A row that nobody fills in is no contributor.
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

  it('says beside the field what is wrong with a time', async () => {
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
      await screen.findByRole('button', { name: 'Edit the times' }),
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
