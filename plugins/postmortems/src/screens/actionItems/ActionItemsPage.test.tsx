import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime, Settings } from 'luxon';
import { useLocation } from 'react-router-dom';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  ActionItem,
  Postmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import type { FakePostmortemsApiOptions } from '../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { ActionItemsPage } from './ActionItemsPage';

const inDays = (days: number) =>
  DateTime.utc().plus({ days, hours: 1 }).toISO()!;

/** Two postmortems of two teams, with an action item in each status. */
function twoPostmortems(): Postmortem[] {
  const bob = 'user:default/bob';
  return [
    aPostmortem({
      id: 'PM-1',
      title: 'Checkout returned 500s',
      actionItems: [
        anActionItem({
          id: 'PM-1/A1',
          title: 'Alert on cold caches',
          priority: 'P0',
          status: 'in-progress',
          ownerRef: bob,
          dueAt: inDays(3),
        }),
        anActionItem({
          id: 'PM-1/A2',
          title: 'Flush in steps',
          status: 'open',
          ownerRef: bob,
          dueAt: inDays(-5),
          overdue: true,
        }),
        anActionItem({
          id: 'PM-1/A3',
          title: 'Rewrite it all',
          status: 'proposed',
          ownerRef: undefined,
          dueAt: undefined,
        }),
      ],
    }),
    aPostmortem({
      id: 'PM-2',
      title: 'Nobody could sign in',
      severity: 'SEV-2',
      entityRefs: ['component:default/login'],
      teamRefs: ['group:default/identity'],
      actionItems: [
        anActionItem({
          id: 'PM-2/A1',
          title: 'Rotate keys by a task',
          kind: 'detect',
          status: 'open',
          ownerRef: 'group:default/identity',
          dueAt: inDays(10),
        }),
        anActionItem({
          id: 'PM-2/A2',
          title: 'Say sorry',
          status: 'done',
          ownerRef: bob,
          dueAt: inDays(-9),
          closedAt: inDays(-10),
        }),
      ],
    }),
  ];
}

/** A server that changes action items one by one and in bulk. */
function aServer(options: FakePostmortemsApiOptions = {}) {
  const postmortems = options.postmortems ?? twoPostmortems();
  function update(id: string, revision: number, set: object): ActionItem {
    const items = postmortems.find(each =>
      id.startsWith(`${each.id}/`),
    )!.actionItems;
    const index = items.findIndex(each => each.id === id);
    const item = items[index];
    if (item.revision !== revision) {
      throw refusal(412, 'StaleRevisionError', 'It has changed', {
        current: item,
      });
    }
    items[index] = {
      ...item,
      ...set,
      revision: revision + 1,
      overdue: item.overdue && !('status' in set),
    } as ActionItem;
    return items[index];
  }
  return createFakePostmortemsApi({
    postmortems,
    listTrackers: async () => ({ items: [] }),
    updateActionItem: async ({ params, body = {}, ifMatch }) =>
      update(`${params.id}/${params.key}`, ifMatch, body),
    bulkUpdateActionItems: async ({ body }) => ({
      results: body.items.map(({ id, revision }) =>
        id === 'PM-2/A1'
          ? {
              id,
              error: {
                name: 'ConflictError',
                message: 'status cannot go from open to proposed here',
              },
            }
          : { id, item: update(id, revision, body.set) },
      ),
    }),
    ...options,
  });
}

function Address() {
  const { search } = useLocation();
  return <output aria-label="address">{decodeURIComponent(search)}</output>;
}

function render(api: PostmortemsApi, search = '') {
  return renderInTestApp(
    <>
      <Address />
      <ActionItemsPage />
    </>,
    {
      initialRouteEntries: [`/postmortems/action-items${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'User',
                metadata: { name: 'ana', namespace: 'default' },
                spec: { profile: { displayName: 'Ana' } },
              },
            ],
          }),
        ],
        mockApis.permission(),
        mockApis.identity(),
      ],
    },
  );
}

/** Ids in the tables, top to bottom. */
function listed() {
  return screen
    .queryAllByRole('link', { name: /^PM-\d+\/A\d+ / })
    .map(link => /^PM-\d+\/A\d+/.exec(link.textContent ?? '')?.[0]);
}

const address = () => screen.getByLabelText('address');

async function tick(...ids: string[]) {
  for (const id of ids) {
    await userEvent.click(
      await screen.findByRole('checkbox', { name: `Select ${id}` }),
    );
  }
}

describe('the Action items sub-page', () => {
  it('opens with open items, longest overdue first, with their owners', async () => {
    render(aServer());
    expect(await screen.findByText('3 action items')).toBeInTheDocument();
    expect(listed()).toEqual(['PM-1/A2', 'PM-1/A1', 'PM-2/A1']);
    expect(screen.getByRole('link', { name: /PM-1\/A2/ })).toHaveAttribute(
      'href',
      '/postmortems/PM-1#A2',
    );

    const row = screen.getByRole('row', { name: /PM-1\/A2/ });
    for (const text of ['Overdue 4 d', 'Open', 'SEV-1', 'P1', 'Prevent']) {
      expect(row).toHaveTextContent(text);
    }
    expect(within(row).getByRole('link', { name: 'bob' })).toBeInTheDocument();
    expect(
      within(row).getByRole('link', { name: 'Checkout returned 500s' }),
    ).toHaveAttribute('href', '/postmortems/PM-1');
  });

  it('shows other statuses on request and puts them in the URL', async () => {
    render(aServer());
    await screen.findByText('3 action items');

    await userEvent.click(
      screen.getByRole('button', { name: 'Status: Open, In progress' }),
    );
    for (const name of ['Done', 'In progress']) {
      await userEvent.click(await screen.findByRole('checkbox', { name }));
    }
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(listed()).toEqual(['PM-2/A2', 'PM-1/A2', 'PM-2/A1']),
    );
    expect(address()).toHaveTextContent('?status=open&status=done');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Overdue' }),
    );
    await waitFor(() => expect(listed()).toEqual(['PM-1/A2']));
    expect(address()).toHaveTextContent(
      '?status=open&status=done&overdue=true',
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(listed()).toHaveLength(3));
    expect(address()).toBeEmptyDOMElement();
  });

  it('restores everything from a link', async () => {
    const api = aServer();
    const list = jest.spyOn(api, 'listActionItems');
    render(
      api,
      '?teamRef=group:default/identity&subTeams=include&ownerRef=none&entityRef=component:default/login&severity=SEV-2&priority=P0&kind=detect&status=done&dueBefore=2026-04-01&q=keys&orderField=priority,asc',
    );
    expect(
      await screen.findByText('No action items match these filters'),
    ).toBeVisible();
    expect(list).toHaveBeenCalledWith(
      {
        query: {
          teamRef: ['group:default/identity'],
          subTeams: 'include',
          ownerRef: ['none'],
          entityRef: ['component:default/login'],
          severity: ['SEV-2'],
          priority: ['P0'],
          kind: ['detect'],
          status: ['done'],
          dueBefore: '2026-04-01T00:00:00Z',
          q: 'keys',
          permissions: ['action-item.update'],
          orderField: 'priority,asc',
          cursor: undefined,
        },
      },
      expect.anything(),
    );
    for (const name of [
      'Team: identity (with sub-teams)',
      'Owner: No owner',
      'Priority: P0, the most urgent',
      'Due: by Mar 31, 2026',
    ]) {
      expect(screen.getByRole('button', { name })).toBeInTheDocument();
    }
  });

  it.each(['Europe/Berlin', 'America/Los_Angeles'])(
    'filters by the due days of a viewer in %s',
    async zone => {
      Settings.defaultZone = zone;
      const api = aServer();
      const list = jest.spyOn(api, 'listActionItems');
      render(api);
      await screen.findByText('3 action items');
      await userEvent.click(
        screen.getByRole('button', { name: 'Due', expanded: false }),
      );
      await userEvent.click(
        await screen.findByRole('button', { name: 'Next 7 days' }),
      );
      const end = DateTime.local().plus({ days: 8 }).startOf('day');
      await waitFor(() =>
        expect(list).toHaveBeenLastCalledWith(
          {
            query: expect.objectContaining({
              dueBefore: end.toUTC().toISO({ suppressMilliseconds: true }),
            }),
          },
          expect.anything(),
        ),
      );
      expect(
        screen.getByText(`Due by the end of this day (${zone})`),
      ).toBeInTheDocument();
      Settings.defaultZone = 'system';
    },
  );

  it('changes the status in place; finished items leave the list and the count', async () => {
    render(aServer());
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Status of PM-1/A2: Open. Change it',
      }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Done' }),
    );
    expect(await screen.findByText('2 action items')).toBeInTheDocument();
    expect(listed()).toEqual(['PM-1/A1', 'PM-2/A1']);
  });

  it('warns before a bulk assignment which restricted postmortems the owner cannot see', async () => {
    const [first, second] = twoPostmortems();
    const postmortems = [
      first,
      { ...second, visibility: 'restricted' as const },
    ];
    render(aServer({ postmortems }));
    await tick('PM-1/A1', 'PM-2/A1');
    await userEvent.click(screen.getByRole('button', { name: 'Set owner' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('textbox'));
    await userEvent.click(await screen.findByRole('option', { name: /ana/ }));
    expect(await within(dialog).findByRole('status')).toHaveTextContent(
      /^ana can't see the restricted postmortem PM-2\./,
    );
  });

  it('changes many at once, shows each refusal and keeps those selected', async () => {
    const api = aServer();
    const bulk = jest.spyOn(api, 'bulkUpdateActionItems');
    render(api);
    await screen.findByText('3 action items');
    await tick('PM-1/A1', 'PM-1/A2', 'PM-2/A1');
    const toolbar = screen.getByRole('toolbar');
    expect(toolbar).toHaveTextContent('3 selected');

    await userEvent.click(
      within(toolbar).getByRole('button', { name: 'Set status' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Proposed' }),
    );
    const result = await screen.findByText(/2 action items changed/);
    expect(result).toHaveTextContent(
      /1 couldn't be changed and is still selected/,
    );
    expect(within(result).getByRole('listitem')).toHaveTextContent(
      /PM-2\/A1.*cannot go from open to proposed/,
    );
    expect(screen.getByRole('toolbar')).toHaveTextContent('1 selected');
    await waitFor(() => expect(listed()).toEqual(['PM-2/A1']));
    expect(
      screen.getByRole('checkbox', { name: 'Select PM-2/A1' }),
    ).toBeChecked();

    await userEvent.click(screen.getByRole('button', { name: 'Set due date' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/Due date/), {
      target: { value: '2030-05-01' },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set due date' }),
    );
    await screen.findByText(/0 action items changed/);
    expect(bulk.mock.calls.map(([{ body }]) => body)).toEqual([
      {
        items: ['PM-1/A1', 'PM-1/A2', 'PM-2/A1'].map(id => ({
          id,
          revision: 1,
        })),
        set: { status: 'proposed' },
      },
      {
        items: [{ id: 'PM-2/A1', revision: 1 }],
        set: { dueAt: expect.stringMatching(/^2030-0[45]/) },
      },
    ]);
  });

  it('asks why before declining many, and shows why it failed', async () => {
    const api = aServer({
      bulkUpdateActionItems: async () => {
        throw new Error('Failed to fetch');
      },
    });
    render(api);
    await tick('PM-1/A1');
    await userEvent.click(screen.getByRole('button', { name: 'Set status' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Declined' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const decline = dialog.getByRole('button', { name: 'Decline' });
    expect(decline).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), 'Too much');
    await userEvent.click(decline);
    expect(
      await screen.findByText(/are still selected: Failed to fetch/),
    ).toBeInTheDocument();
    expect(screen.getByRole('toolbar')).toHaveTextContent('1 selected');

    // Items that have left the list must not change with it.
    await userEvent.click(screen.getByRole('button', { name: 'Overdue' }));
    await waitFor(() => expect(listed()).toEqual(['PM-1/A2']));
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
  });

  it.each([
    ['team', ['checkout 1 overdue 2 open', 'identity 1 open']],
    ['owner', ['bob 1 overdue 2 open', 'identity 1 open']],
    [
      'postmortem',
      [
        'PM-1 Checkout returned 500s 1 overdue 2 open',
        'PM-2 Nobody could sign in 1 open',
      ],
    ],
    ['entity', ['checkout-api 1 overdue 2 open', 'login 1 open']],
  ])('groups by %s, and loads a group when it is opened', async (by, names) => {
    const api = aServer();
    const list = jest.spyOn(api, 'listActionItems');
    const summary = await api.summarizeActionItems({
      query: { groupBy: by as 'team', status: ['open', 'in-progress'] },
    });
    // Like the server: most overdue first, postmortems with titles.
    const titles: Record<string, string> = {
      'PM-1': 'Checkout returned 500s',
      'PM-2': 'Nobody could sign in',
    };
    const groups = summary.groups
      .map(group => ({ ...group, title: titles[group.key] }))
      .sort((a, b) => b.overdue - a.overdue);
    render(
      { ...api, summarizeActionItems: async () => ({ ...summary, groups }) },
      `?groupBy=${by}`,
    );

    const headings = await screen.findAllByRole('heading', { level: 2 });
    await waitFor(() =>
      expect(headings.map(each => each.textContent)).toEqual(
        names.map(name => name.replace(/ (?=\d+ (overdue|open))/g, '')),
      ),
    );
    await waitFor(() => expect(listed()).toEqual(['PM-1/A2', 'PM-1/A1']));
    expect(list).toHaveBeenCalledTimes(1);

    await userEvent.click(within(headings[1]).getByRole('button'));
    await waitFor(() =>
      expect(listed()).toEqual(['PM-1/A2', 'PM-1/A1', 'PM-2/A1']),
    );
    await userEvent.click(within(headings[0]).getByRole('button'));
    await waitFor(() => expect(listed()).toEqual(['PM-2/A1']));
    expect(address()).toHaveTextContent(`?groupBy=${by}`);
  });

  it('shows that nothing is open, and where to find the rest', async () => {
    const [checkout] = twoPostmortems();
    const postmortems = [
      { ...checkout, actionItems: [checkout.actionItems[2]] },
    ];
    render(aServer({ postmortems }));
    expect(await screen.findByText('No open action items')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all statuses' }),
    );
    await waitFor(() => expect(listed()).toEqual(['PM-1/A3']));
    expect(address()).toHaveTextContent('?status=any');
  });

  it('explains where action items come from if there are none', async () => {
    render(aServer({ postmortems: [] }), '?status=any');
    expect(await screen.findByText('No action items yet')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'View postmortems' }),
    ).toHaveAttribute('href', '/postmortems/all');
  });

  it.each(['', '?groupBy=team'])(
    'retries after a failure%s, and shows what is wrong with a link',
    async search => {
      const real = aServer();
      const failing = jest
        .fn()
        .mockRejectedValueOnce(refusal(503, 'ServiceUnavailableError', 'Busy'));
      const operation = search ? 'summarizeActionItems' : 'listActionItems';
      render(
        {
          ...real,
          [operation]: failing.mockImplementation(real[operation] as never),
        },
        search,
      );
      expect(await screen.findByText('Busy')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText('3 action items')).toBeInTheDocument();
    },
  );

  it('is read-only without permission', async () => {
    renderInTestApp(<ActionItemsPage />, {
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, aServer({ without: ['action-item.update'] })],
        [catalogApiRef, catalogApiMock()],
        mockApis.permission(),
      ],
    });
    await waitFor(() => expect(listed()).toHaveLength(3));
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Status of/ }),
    ).not.toBeInTheDocument();
  });

  it('downloads everything that matches the filters', async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = jest.fn(blob => `blob:${blobs.push(blob as Blob)}`);
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const api = aServer();
    render(api, '?priority=P0');
    await screen.findByText('1 action item');
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    expect(click.mock.contexts[0]).toHaveProperty(
      'download',
      'action-items.csv',
    );
    const text = await blobs[0].text();
    const [head, ...rows] = text.split('\r\n');
    expect(head).toMatch(/^id,title,kind,priority,status,ownerRef,dueAt,/);
    expect(rows).toEqual([
      expect.stringMatching(
        /^PM-1\/A1,Alert on cold caches,prevent,P0,in-progress,user:default\/bob,/,
      ),
    ]);
  });
});
