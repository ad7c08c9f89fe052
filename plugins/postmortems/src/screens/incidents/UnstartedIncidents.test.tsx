import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { aPolicy, aPostmortem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import {
  aWaitingIncident,
  anUnstartedDraft,
  renderList,
} from './__testUtils__/renderList';

describe('incidents that need a postmortem', () => {
  it('are shown before the list, unstarted drafts first', async () => {
    renderList({
      postmortems: [
        anUnstartedDraft(2),
        anUnstartedDraft(1),
        aPostmortem({ id: 'PM-9' }),
      ],
      waiting: [aWaitingIncident()],
    });

    const strip = await screen.findByRole('region', {
      name: '3 incidents need a postmortem',
    });
    const rows = within(strip).getAllByRole('listitem');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveTextContent(/PM-1.*Overdue/);
    expect(rows[1]).toHaveTextContent(/PM-2/);
    expect(
      await within(rows[0]).findByRole('button', { name: 'Start PM-1' }),
    ).toHaveAttribute('href', '/postmortems/PM-1?edit=true');

    expect(rows[2]).toHaveTextContent(
      'Unmapped services from PagerDuty: “Receipts”',
    );
    expect(
      within(rows[2]).getByRole('link', { name: /^Receipts were sent twice/ }),
    ).toHaveAttribute('href', 'https://pagerduty.example.com/Q7');
    expect(
      await within(rows[2]).findByRole('button', {
        name: 'Map: Receipts were sent twice',
      }),
    ).toHaveAttribute('href', '/postmortems/incident-sources');
  });

  it('can be linked to an existing postmortem', async () => {
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
      previewMerge: async () => ({
        governingSeverity: 'SEV-2',
        startedAt: '2026-03-12T09:14:00Z',
        complianceStatus: 'pending',
        entityRefs: [],
        gains: [],
      }),
    });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Link existing postmortem: Receipts were sent twice',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Link existing postmortem',
    });
    expect(dialog).toHaveTextContent('PagerDuty Q7: Receipts were sent twice');
    const confirm = within(dialog).getByRole('button', { name: 'Link' });
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
      expect(screen.queryByText(/needs a postmortem/)).toBeNull(),
    );
    expect(coverIncident).toHaveBeenLastCalledWith({
      params: { id: 'PM-1', incidentId: '7' },
    });
  });

  it('have no filter without incident sources', async () => {
    renderList({ policy: aPolicy(), postmortems: [aPostmortem()] });
    await screen.findByText('1 postmortem');
    const filters = screen.getByRole('group', { name: 'Filters' });
    await userEvent.click(
      within(filters).getByRole('button', { name: 'Severity' }),
    );
    // The filter shows severities, so the policy is loaded.
    await screen.findByRole('checkbox', { name: 'SEV-1' });
    expect(
      screen.queryByRole('button', { name: 'Not started' }),
    ).not.toBeInTheDocument();
  });

  it('are hidden if there are none, and can be filtered', async () => {
    const { listIncidents } = renderList({
      postmortems: [aPostmortem({ id: 'PM-9' })],
    });
    await screen.findByText('1 postmortem');
    await waitFor(() => expect(listIncidents).toHaveBeenCalled());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Not started' }),
    );
    expect(
      await screen.findByText('No postmortems match these filters'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/need a postmortem$/)).not.toBeInTheDocument();
  });

  it('follow the filters and the search of the list', async () => {
    const { listIncidents } = renderList(
      {
        postmortems: [anUnstartedDraft(1), anUnstartedDraft(2)],
        waiting: [aWaitingIncident()],
      },
      [],
      '?q=number 2&severity=SEV-1',
    );
    expect(
      await screen.findByRole('region', {
        name: '2 incidents need a postmortem',
      }),
    ).toHaveTextContent('Incident number 2');
    expect(listIncidents).toHaveBeenLastCalledWith({
      query: { q: 'number 2', severity: ['SEV-1'], limit: 3 },
    });
  });

  it('are hidden if the filter matches none of them', async () => {
    const { listIncidents } = renderList(
      {
        postmortems: [anUnstartedDraft(1), aPostmortem({ id: 'PM-9' })],
        waiting: [aWaitingIncident()],
      },
      [],
      '?edited=true',
    );
    await screen.findByText('1 postmortem');
    expect(screen.queryByText(/needs? a postmortem$/)).toBeNull();
    expect(listIncidents).not.toHaveBeenCalled();
  });

  it('can be collapsed, which this browser remembers', async () => {
    const options = { postmortems: [anUnstartedDraft(1)] };
    const name = '1 incident needs a postmortem';
    renderList(options);
    const strip = within(await screen.findByRole('region', { name }));
    await userEvent.click(strip.getByRole('button', { name: 'Hide' }));
    expect(strip.queryByRole('listitem')).toBeNull();
    cleanup();

    renderList(options);
    const again = within(await screen.findByRole('region', { name }));
    const show = again.getByRole('button', { name: 'Show' });
    expect(show).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(show);
    expect(again.getAllByRole('listitem')).toHaveLength(1);
  });

  it('show a loading error and retry', async () => {
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
        name: '1 incident needs a postmortem',
      }),
    ).toBeInTheDocument();
  });
});
