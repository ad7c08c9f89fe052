import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  ActionItem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { MyWork } from './MyWork';

const me = 'user:default/guest';

function render(
  api: PostmortemsApi,
  userEntityRef = me,
  groups: string[] = [],
) {
  return renderInTestApp(<MyWork />, {
    mountedRoutes: {
      '/postmortems': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [postmortemsApiRef, api],
      [catalogApiRef, catalogApiMock()],
      mockApis.identity({
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...groups],
      }),
      mockApis.permission(),
    ],
  });
}

function task(number: number, dueAt: string, more: Partial<ActionItem> = {}) {
  return anActionItem({
    id: `PM-1/A${number}`,
    title: `Task ${number}`,
    ownerRef: me,
    dueAt,
    ...more,
  });
}

function postmortems() {
  const draft = {
    ownerRef: me,
    status: 'draft',
    publishedAt: undefined,
    completedAt: undefined,
    complianceStatus: 'on-track',
  } as const;
  return [
    aPostmortem({
      id: 'PM-1',
      title: 'Published already',
      visibility: 'restricted',
      ownerRef: me,
      actionItems: [
        task(1, '2126-03-20T00:00:00Z'),
        task(2, '2026-03-20T00:00:00Z', { overdue: true }),
        task(3, '2026-01-01T00:00:00Z', { status: 'done' }),
        task(4, '2026-01-01T00:00:00Z', { ownerRef: 'user:default/bo.chen' }),
      ],
    }),
    aPostmortem({
      ...draft,
      id: 'PM-2',
      title: 'To write',
      dueAt: '2126-03-10T00:00:00Z',
    }),
    aPostmortem({
      ...draft,
      id: 'PM-3',
      title: 'Not resolved yet',
      dueAt: undefined,
      complianceStatus: 'pending',
    }),
  ];
}

const shown = () =>
  screen
    .getAllByRole('listitem')
    .map(row => /PM-\d(\/A\d)?/.exec(row.textContent ?? '')?.[0]);

describe('my work', () => {
  it('is ordered by due date, overdue first; finished items disappear', async () => {
    const all = postmortems();
    const updates: unknown[] = [];
    render(
      createFakePostmortemsApi({
        postmortems: all,
        updateActionItem: async ({ body }) => {
          updates.push(body);
          const after = {
            ...all[0].actionItems[1],
            status: 'done' as const,
            overdue: false,
            revision: 2,
          };
          all[0] = {
            ...all[0],
            actionItems: [all[0].actionItems[0], after],
          };
          return after;
        },
      }),
    );
    await screen.findByText('Task 2');
    expect(shown()).toEqual(['PM-1/A2', 'PM-2', 'PM-1/A1', 'PM-3']);
    expect(
      screen.getByRole('link', { name: /^PM-1.A2 Restricted ?Task 2/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'View all my work' }),
    ).toHaveAttribute('href', '/catalog/default/user/guest/postmortems');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark PM-1/A2 as done' }),
    );
    await waitFor(() => expect(shown()).toEqual(['PM-2', 'PM-1/A1', 'PM-3']));
    expect(updates).toEqual([{ status: 'done' }]);
  });

  it('includes reviews asked of me or my groups, and what to acknowledge', async () => {
    const platform = 'group:default/platform';
    const [draft] = postmortems().slice(1);
    const toReview = aPostmortem({
      ...draft,
      id: 'PM-4',
      title: 'To review',
      ownerRef: 'user:default/bo.chen',
      status: 'in-review',
      dueAt: '2126-03-09T00:00:00Z',
    });
    toReview.review.reviewerRefs = [platform];
    const acknowledgeOwner = jest.fn(async () => draft);
    render(
      createFakePostmortemsApi({
        postmortems: [{ ...draft, ownerAcknowledgedAt: undefined }, toReview],
        acknowledgeOwner,
      }),
      me,
      [platform],
    );
    const review = await screen.findByRole('button', {
      name: 'Review PM-4',
    });
    expect(review).toHaveAttribute('href', '/postmortems/PM-4#section-review');
    expect(shown()).toEqual(['PM-4', 'PM-2']);

    await userEvent.click(
      screen.getByRole('button', { name: 'Acknowledge ownership of PM-2' }),
    );
    expect(acknowledgeOwner).toHaveBeenCalledWith({ params: { id: 'PM-2' } });
  });

  it('includes comments that mention me, with a link to each', async () => {
    const asked: unknown[] = [];
    render(
      createFakePostmortemsApi({
        listMentions: async ({ query }) => {
          asked.push(query);
          return {
            items: [
              {
                postmortem: {
                  id: 'PM-9',
                  title: 'Search was slow',
                  visibility: 'restricted',
                },
                comment: {
                  id: '17',
                  authorRef: 'user:default/bo.chen',
                  markdown: `@guest, how\n\nmany shops? ${'x'.repeat(300)}`,
                  createdAt: '2026-03-12T12:00:00Z',
                  revision: 1,
                },
              },
            ],
            totalItems: 1,
            pageInfo: {},
          };
        },
      }),
    );
    const list = await screen.findByRole('list', {
      name: 'Comments that mention me',
    });
    const link = within(list).getByRole('link', {
      name: /^PM-9 Restricted ?@guest, how many shops\? x+…$/,
    });
    expect(link).toHaveAttribute('href', '/postmortems/PM-9#comment-17');
    expect(within(list).getByText('bo.chen')).toBeInTheDocument();
    expect(within(list).getByText('Search was slow')).toBeInTheDocument();
    expect(screen.queryByText(/You have no postmortems/)).toBeNull();
    expect(asked).toEqual([{ userRef: me, limit: 3 }]);
  });

  it('remembers the latest published postmortem of this day in earlier years', async () => {
    const ago = (years: number, more: object = {}) => ({
      startedAt: DateTime.now()
        .minus({ years, ...more })
        .toUTC()
        .toISO()!,
    });
    const draft = {
      status: 'draft',
      publishedAt: undefined,
      completedAt: undefined,
      complianceStatus: 'overdue',
    } as const;
    render(
      createFakePostmortemsApi({
        postmortems: [
          aPostmortem({ ...ago(0), id: 'PM-1', title: 'Today' }),
          aPostmortem({ ...ago(4, { days: 1 }), id: 'PM-2' }),
          aPostmortem({ ...ago(4), ...draft, id: 'PM-3', title: 'Draft' }),
          // Leap days recur every four years.
          aPostmortem({ ...ago(4), id: 'PM-4', title: 'Leap second' }),
        ],
      }),
    );
    const note = await screen.findByText(/^4 years ago today/);
    expect(
      within(note).getByRole('link', { name: 'PM-4 Leap second' }),
    ).toHaveAttribute('href', '/postmortems/PM-4');
    expect(screen.getAllByText(/ago today/)).toHaveLength(1);
  });

  it('remembers nothing on other days', async () => {
    const listPostmortems = jest.fn(
      createFakePostmortemsApi({ postmortems: [] }).listPostmortems,
    );
    render(createFakePostmortemsApi({ listPostmortems }));
    await screen.findByText(/You have no postmortems/);
    await waitFor(() =>
      expect(
        listPostmortems.mock.calls.filter(
          ([{ query }]) => query?.startedBefore,
        ),
      ).not.toHaveLength(0),
    );
    expect(screen.queryByText(/ago today/)).toBeNull();
  });

  it('shows the overdue work of my teams beside mine', async () => {
    const overdue = {
      ownerRef: 'user:default/bo.chen',
      status: 'draft',
      publishedAt: undefined,
      completedAt: undefined,
      complianceStatus: 'overdue',
    } as const;
    const [team, other] = ['group:default/platform', 'group:default/orders'];
    render(
      createFakePostmortemsApi({
        postmortems: [
          aPostmortem({ ...overdue, id: 'PM-7', teamRefs: [team] }),
          aPostmortem({ ...overdue, id: 'PM-8', teamRefs: [other] }),
        ],
      }),
      me,
      [team],
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'My teams' }),
    );
    expect(await screen.findByText(/PM-7/)).toBeInTheDocument();
    expect(screen.queryByText(/PM-8/)).toBeNull();
  });

  it('includes what nobody owns of services that the user owns', async () => {
    const open = {
      ...postmortems()[1],
      teamRefs: [me],
      ownerAcknowledgedAt: undefined,
    };
    render(
      createFakePostmortemsApi({
        postmortems: [
          { ...open, id: 'PM-1', ownerRef: undefined },
          { ...open, id: 'PM-2', ownerRef: 'user:default/bo.chen' },
        ],
      }),
    );
    await screen.findByText('To write');
    expect(shown()).toEqual(['PM-1']);
    // Nobody owns it, so nobody can acknowledge it.
    expect(screen.queryByRole('button', { name: /Acknowledge/ })).toBeNull();
  });

  it('shows beside the item why it failed', async () => {
    render(
      createFakePostmortemsApi({
        postmortems: postmortems(),
        updateActionItem: async () => {
          throw refusal(403, 'NotAllowedError', 'You may not');
        },
      }),
    );
    await screen.findByText('Task 2');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark PM-1/A2 as done' }),
    );
    const row = screen.getAllByRole('listitem')[0];
    expect(await within(row).findByRole('alert')).toHaveTextContent(
      'Not saved: You may not',
    );
  });

  it('shows that there is nothing, or no user entity', async () => {
    const { unmount } = render(createFakePostmortemsApi());
    expect(
      await screen.findByText(/You have no postmortems/),
    ).toBeInTheDocument();
    unmount();
    render(createFakePostmortemsApi(), 'plugin:default/robot');
    expect(
      await screen.findByText(/nothing can be assigned to you/),
    ).toBeInTheDocument();
  });
});
