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
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { aPolicy, aPostmortem, refusal } from '../../testing';
import {
  aWaitingIncident,
  anUnbegunDraft,
  renderList,
} from './__testUtils__/renderList';

describe('incidents for which nobody has started a postmortem', () => {
  it('stand before the list: first the drafts that nobody has begun, to start at once', async () => {
    renderList({
      postmortems: [
        anUnbegunDraft(2),
        anUnbegunDraft(1),
        aPostmortem({ id: 'PM-9' }),
      ],
      waiting: [aWaitingIncident()],
    });

    const strip = await screen.findByRole('region', {
      name: '3 incidents wait for a postmortem',
    });
    const rows = within(strip).getAllByRole('listitem');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveTextContent(/PM-1.*Overdue/);
    expect(rows[1]).toHaveTextContent(/PM-2/);
    expect(
      await within(rows[0]).findByRole('button', { name: 'Start PM-1' }),
    ).toHaveAttribute('href', '/postmortems/PM-1?edit=true');

    expect(rows[2]).toHaveTextContent(
      'Nothing in the catalog stands for “Receipts” of PagerDuty yet.',
    );
    expect(
      within(rows[2]).getByRole('link', { name: /^Receipts were sent twice/ }),
    ).toHaveAttribute('href', 'https://pagerduty.example.com/Q7');
    expect(
      await within(rows[2]).findByRole('button', {
        name: 'Map what Receipts were sent twice names',
      }),
    ).toHaveAttribute('href', '/postmortems/incident-sources');
  });

  it('may have a postmortem already, which one then says', async () => {
    const waiting = [aWaitingIncident()];
    const coverIncident = jest.fn<
      ReturnType<PostmortemsApi['coverIncident']>,
      Parameters<PostmortemsApi['coverIncident']>
    >(async ({ params }) => {
      if (params.id === 'PM-2') {
        throw refusal(409, 'ConflictError', 'Restrict PM-2 first');
      }
      waiting.pop();
      return aPostmortem({ id: params.id });
    });
    renderList({
      postmortems: [
        aPostmortem({ id: 'PM-1', title: 'Receipts twice' }),
        aPostmortem({ id: 'PM-2', title: 'Checkout was down' }),
      ],
      waiting,
      coverIncident,
    });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'It has a postmortem already: Receipts were sent twice',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Which postmortem covers the incident?',
    });
    expect(dialog).toHaveTextContent('PagerDuty Q7: Receipts were sent twice');
    const confirm = within(dialog).getByRole('button', { name: 'This one' });
    expect(confirm).toBeDisabled();

    const choose = async (name: string) => {
      await userEvent.click(
        within(dialog).getByRole('textbox', { name: 'Postmortem' }),
      );
      await userEvent.click(await screen.findByRole('option', { name }));
      await userEvent.click(confirm);
    };
    await choose('PM-2 Checkout was down');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Restrict PM-2 first',
    );
    await userEvent.clear(
      within(dialog).getByRole('textbox', { name: 'Postmortem' }),
    );
    await choose('PM-1 Receipts twice');
    await waitFor(() =>
      expect(screen.queryByText(/waits for a postmortem/)).toBeNull(),
    );
    expect(coverIncident).toHaveBeenLastCalledWith({
      params: { id: 'PM-1', incidentId: '7' },
    });
  });

  it('have no filter where none comes in by itself', async () => {
    renderList({ policy: aPolicy(), postmortems: [aPostmortem()] });
    await screen.findByText('1 postmortem');
    const filters = screen.getByRole('group', { name: 'Filters' });
    await userEvent.click(
      within(filters).getByRole('button', { name: 'Severity' }),
    );
    // The filter knows the severities, so the policy is there.
    await screen.findByRole('checkbox', { name: 'SEV-1' });
    expect(
      screen.queryByRole('button', { name: 'Not begun' }),
    ).not.toBeInTheDocument();
  });

  it('leave no trace where there are none, and can be filtered for', async () => {
    const { listIncidents } = renderList({
      postmortems: [aPostmortem({ id: 'PM-9' })],
    });
    await screen.findByText('1 postmortem');
    await waitFor(() => expect(listIncidents).toHaveBeenCalled());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Not begun' }),
    );
    expect(
      await screen.findByText('No postmortem matches'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/for a postmortem$/)).not.toBeInTheDocument();
  });

  it('tell that they could not be loaded, and try again', async () => {
    let isDown = true;
    renderList({
      listIncidents: async () => {
        if (isDown) throw new Error('timeout');
        const items = [aWaitingIncident()];
        return { items, totalItems: 1, pageInfo: {} };
      },
      postmortems: [aPostmortem({ id: 'PM-9' })],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('timeout');
    isDown = false;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('region', {
        name: '1 incident waits for a postmortem',
      }),
    ).toBeInTheDocument();
  });
});
