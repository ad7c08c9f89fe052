import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { anActionItem } from '../testing/fixtures';
import { aDraft } from './__testUtils__/aDraft';
import { aComment, createFakeComments } from './__testUtils__/fakeComments';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

// A separate file, because the portal caches permissions.
describe('without the permission to change postmortems', () => {
  it('offers no changes', async () => {
    const { api } = createFakeServer(
      aDraft({ ownerRef: undefined, waiver: undefined }),
    );
    renderPostmortem(api, { mayEdit: false, search: '?edit=true' });

    await screen.findByText('The cache was flushed.');
    expect(screen.getAllByText('No owner')).not.toHaveLength(0);
    expect(
      screen.queryAllByRole('button', { name: /Edit|Write|Assign|Change/ }),
    ).toHaveLength(0);
    expect(screen.queryByText(/Before publishing/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['Print or save as PDF']);
  });

  it('shows each action item with status, owner and due date', async () => {
    const { api } = createFakeServer(
      aDraft({
        actionItems: [
          anActionItem({
            dueAt: DateTime.now().minus({ days: 4, hours: 1 }).toISO()!,
            overdue: true,
            ticket: {
              tracker: 'jira',
              key: 'OPS-7',
              url: 'https://jira.example/browse/OPS-7',
              status: 'open',
              statusName: 'In Review',
              sync: 'ok',
            },
          }),
          anActionItem({
            id: 'PM-42/A2',
            title: 'Alert on an empty cache',
            description: 'On **misses**, not on errors.',
            kind: 'detect',
            priority: 'P2',
            status: 'proposed',
            ownerRef: undefined,
            dueAt: undefined,
          }),
          anActionItem({
            id: 'PM-42/A3',
            title: 'Write the runbook',
            status: 'declined',
            statusReason: 'There is one',
          }),
        ],
      }),
    );
    renderPostmortem(api, { mayEdit: false });

    const table = await screen.findByRole('table', {
      name: 'Action items for PM-42',
    });
    const [, overdue, proposed, declined] =
      within(table).getAllByRole('rowgroup');
    expect(overdue).toHaveTextContent(
      /second replica.*A1.*P1.*Prevent.*Open.*ana\.silva.*Overdue 4 d/,
    );
    expect(
      within(overdue).getByRole('link', { name: 'OPS-7 · In Review' }),
    ).toHaveAttribute('href', 'https://jira.example/browse/OPS-7');
    expect(proposed).toHaveTextContent(
      /A2.*P2.*Detect.*Proposed.*No owner.*No due date.*On misses, not/,
    );
    expect(declined).toHaveTextContent('Declined: There is one');
    expect(within(table).queryAllByRole('button')).toHaveLength(0);
  });

  it('shows the decision that no action items are needed', async () => {
    const { api } = createFakeServer(
      aDraft({ noActionItemsReason: 'The service is gone' }),
    );
    renderPostmortem(api, { mayEdit: false });

    expect(
      await screen.findByText('No action items needed: The service is gone'),
    ).toBeInTheDocument();
    expect(screen.queryByText('No action items.')).toBeNull();
    expect(screen.queryByText('Remove reason')).toBeNull();
  });

  it('lets requested reviewers review, and nobody else', async () => {
    const review = {
      approvalsRequired: 1,
      approvals: 0,
      changesRequested: 0,
      reviews: [],
      dependent: [],
    };
    const { api } = createFakeServer(
      aDraft({
        status: 'in-review',
        review: { ...review, reviewerRefs: ['user:default/guest'] },
      }),
    );
    const asked = await renderPostmortem(api, { mayEdit: false });
    const part = await screen.findByRole('region', { name: 'Review' });
    expect(
      await within(part).findByRole('button', { name: 'Approve' }),
    ).toBeEnabled();
    expect(
      within(part).queryByRole('button', { name: 'Edit reviewers' }),
    ).toBeNull();
    asked.unmount();

    const other = createFakeServer(
      aDraft({
        status: 'in-review',
        review: { ...review, reviewerRefs: ['user:default/bo.li'] },
      }),
    );
    renderPostmortem(other.api, { mayEdit: false });
    expect(
      await screen.findByRole('region', { name: 'Review' }),
    ).toHaveTextContent('bo.li pending');
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('shows comments without actions', async () => {
    const { operations } = createFakeComments([
      aComment({ anchor: 'summary', authorRef: 'user:default/guest' }),
    ]);
    const { api } = createFakeServer(aDraft({ openComments: 1 }), operations);
    renderPostmortem(api, { mayEdit: false });

    await userEvent.click(
      await screen.findByRole('button', { name: '1 open comment on Summary' }),
    );
    const panel = await screen.findByRole('complementary', {
      name: 'Comments',
    });
    expect(await within(panel).findByText('Well told')).toBeVisible();
    expect(
      within(panel)
        .getAllByRole('button')
        .map(button => button.getAttribute('aria-label') ?? button.textContent),
    ).toEqual(['Close comments', 'Open (1)', 'Resolved (0)']);
    expect(screen.queryByRole('button', { name: /^Comment on/ })).toBeNull();
  });
});
