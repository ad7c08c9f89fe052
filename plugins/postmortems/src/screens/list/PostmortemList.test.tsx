import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Settings } from 'luxon';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router-dom';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { signalChange } from '../../testing/signalChange';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { AllPostmortemsPage } from './AllPostmortemsPage';

const checkout = aPostmortem({
  id: 'PM-1',
  title: 'Checkout returned 500s',
  startedAt: '2026-03-12T09:14:00Z',
});
const login = aPostmortem({
  id: 'PM-2',
  title: 'Nobody could sign in',
  severity: 'SEV-2',
  startedAt: '2026-02-10T10:00:00Z',
  resolvedAt: '2026-02-10T12:14:00Z',
  entityRefs: ['component:default/login'],
  teamRefs: ['group:default/identity'],
  ownerRef: undefined,
  complianceStatus: 'late',
  dueAt: '2026-03-12T15:00:00Z',
  status: 'in-review',
});

/** The browser's URL and back button. */
function Browser() {
  const { search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="address">{decodeURIComponent(search)}</output>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
}

function render(api: PostmortemsApi, search = '') {
  return renderInTestApp(
    <>
      <Browser />
      <AllPostmortemsPage />
    </>,
    {
      initialRouteEntries: [`/postmortems/all${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({
            entities: ['checkout', 'identity'].map(name => ({
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name, namespace: 'default' },
              spec: { type: 'team', children: [] },
            })),
          }),
        ],
        mockApis.permission(),
      ],
    },
  );
}

function address() {
  return screen.getByLabelText('address');
}

/** Ids in the table, top to bottom. */
function listed() {
  return screen.queryAllByText(/^PM-\d+$/).map(id => id.textContent?.trim());
}

async function toggle(filter: string, option: string) {
  const filters = screen.getByRole('group', { name: 'Filters' });
  await userEvent.click(
    within(filters).getByRole('button', { name: new RegExp(`^${filter}`) }),
  );
  await userEvent.click(await screen.findByRole('checkbox', { name: option }));
  await userEvent.keyboard('{Escape}');
}

describe('the list of postmortems', () => {
  it('shows what identifies and rates each, newest first', async () => {
    render(createFakePostmortemsApi({ postmortems: [login, checkout] }));

    const link = await screen.findByRole('link', {
      name: 'PM-1 Checkout returned 500s',
    });
    expect(link).toHaveAttribute('href', '/postmortems/PM-1');
    expect(listed()).toEqual(['PM-1', 'PM-2']);
    expect(screen.getByText('2 postmortems')).toBeInTheDocument();

    const element = screen.getByRole('row', { name: /PM-2/ });
    for (const text of ['SEV-2', 'Late by 2 d', 'In review', 'No owner']) {
      expect(element).toHaveTextContent(text);
    }
    expect(element).toHaveTextContent('Feb 10, 2 h 14 min');
    const row = within(element);
    expect(row.getByRole('link', { name: 'login' })).toBeInTheDocument();
    expect(row.getByRole('link', { name: 'identity' })).toBeInTheDocument();
  });

  it('filters by selected values, synced with the URL and "back"', async () => {
    render(createFakePostmortemsApi({ postmortems: [login, checkout] }));
    await screen.findByText('2 postmortems');

    await toggle('Severity', 'SEV-2');
    await waitFor(() => expect(listed()).toEqual(['PM-2']));
    expect(screen.getByText('1 postmortem')).toBeInTheDocument();
    expect(address()).toHaveTextContent('?severity=SEV-2');
    expect(
      screen.getByRole('button', { name: 'Severity: SEV-2' }),
    ).toBeInTheDocument();

    await toggle('Compliance', 'Met');
    expect(
      await screen.findByText('No postmortems match these filters'),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(listed()).toEqual(['PM-2']));

    await toggle('Severity', 'SEV-1');
    await waitFor(() => expect(listed()).toEqual(['PM-1', 'PM-2']));
    expect(address()).toHaveTextContent('?severity=SEV-2&severity=SEV-1');
  });

  it('filters by the category of a contributing factor', async () => {
    const factor = {
      id: '1',
      title: 'A late deploy',
      category: 'change' as const,
      description: '',
      revision: 1,
    };
    const changed = { ...login, contributingFactors: [factor] };
    render(createFakePostmortemsApi({ postmortems: [changed, checkout] }));
    await screen.findByText('2 postmortems');

    await toggle('Contributing factor', 'Change');
    await waitFor(() => expect(listed()).toEqual(['PM-2']));
    expect(address()).toHaveTextContent('?factorCategory=change');
  });

  it('offers the teams of the catalog', async () => {
    render(createFakePostmortemsApi({ postmortems: [login, checkout] }));
    await screen.findByText('2 postmortems');

    await toggle('Team', 'identity');
    await waitFor(() => expect(listed()).toEqual(['PM-2']));
    expect(address()).toHaveTextContent('?teamRef=group:default/identity');
  });

  it('filters by the days of the viewer on which incidents started', async () => {
    Settings.defaultZone = 'Asia/Tokyo';
    render(createFakePostmortemsApi({ postmortems: [login, checkout] }));
    await screen.findByText('2 postmortems');
    await userEvent.click(screen.getByRole('button', { name: 'Date' }));

    const [from, to] = [
      screen.getByLabelText('From'),
      screen.getByLabelText('To'),
    ];
    fireEvent.change(from, { target: { value: '2026-03-01' } });
    await waitFor(() => expect(listed()).toEqual(['PM-1']));
    fireEvent.change(to, { target: { value: '2026-03-12' } });
    expect(address()).toHaveTextContent(
      '?startedAfter=2026-02-28T15:00:00Z&startedBefore=2026-03-12T15:00:00Z',
    );
    fireEvent.change(from, { target: { value: '' } });
    await waitFor(() => expect(listed()).toEqual(['PM-1', 'PM-2']));
    expect(to).toHaveValue('2026-03-12');
    Settings.defaultZone = 'system';
  });

  it('restores everything from a link', async () => {
    const api = createFakePostmortemsApi({ postmortems: [login, checkout] });
    const list = jest.spyOn(api, 'listPostmortems');
    render(
      api,
      '?complianceStatus=late&ownerRef=none&startedAfter=2026-02-01&startedBefore=2026-03-01&label=dns&q=sign&orderField=title,asc&utm=x',
    );
    expect(
      await screen.findByText('No postmortems match these filters'),
    ).toBeVisible();
    expect(list).toHaveBeenCalledWith(
      {
        query: {
          complianceStatus: ['late'],
          ownerRef: ['none'],
          startedAfter: '2026-02-01T00:00:00Z',
          startedBefore: '2026-03-01T00:00:00Z',
          label: ['dns'],
          q: 'sign',
          orderField: 'title,asc',
          cursor: undefined,
        },
      },
      expect.anything(),
    );
    for (const name of [
      'Compliance: Late',
      'Owner: No owner',
      'Date: Feb 1, 2026 – Feb 28, 2026',
      'Label: dns',
    ]) {
      expect(screen.getByRole('button', { name })).toBeInTheDocument();
    }

    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(() => expect(listed()).toEqual(['PM-1', 'PM-2']));
    expect(address()).toHaveTextContent('?orderField=title,asc&utm=x');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('searches when typing pauses', async () => {
    const api = createFakePostmortemsApi({ postmortems: [login, checkout] });
    const list = jest.spyOn(api, 'listPostmortems');
    render(api);
    await screen.findByText('2 postmortems');

    await userEvent.type(screen.getByRole('searchbox'), 'sign in');
    await waitFor(() => expect(listed()).toEqual(['PM-2']));
    // Ignore the requests for unstarted drafts.
    const asked = list.mock.calls.filter(([{ query }]) => !query?.edited);
    expect(asked.map(([{ query }]) => query?.q)).toEqual([
      undefined,
      'sign in',
    ]);
    expect(address()).toHaveTextContent('?q=sign+in');
  });

  it('shows where a search found its words, by relevance until a column is chosen', async () => {
    const api = createFakePostmortemsApi({ postmortems: [login, checkout] });
    const found = {
      totalItems: 200,
      totalItemsCapped: true,
      searchedNewest: 200,
      pageInfo: {},
      items: [
        {
          ...login,
          snippet: {
            part: 'action-item' as const,
            key: 'A3',
            segments: [
              { text: 'Renew the ' },
              { text: 'DNS', isMatch: true as const },
              { text: ' <b>zone</b>' },
            ],
          },
        },
        {
          ...checkout,
          snippet: {
            part: 'title' as const,
            segments: [
              { text: 'Checkout', isMatch: true as const },
              { text: ' returned 500s' },
            ],
          },
        },
      ],
    };
    const list = jest.fn<any, any[]>(async ({ query }) =>
      query.q && !query.edited
        ? found
        : { items: [], totalItems: 0, pageInfo: {} },
    );
    render({ ...api, listPostmortems: list }, '?q=dns');

    expect(await screen.findByText('DNS')).toHaveProperty('tagName', 'MARK');
    expect(screen.getByText('Action item A3:').parentElement).toHaveTextContent(
      'Action item A3: Renew the DNS <b>zone</b>',
    );
    expect(
      screen.getByRole('link', { name: 'PM-1 Checkout returned 500s' }),
    ).toContainElement(screen.getByText('Checkout', { selector: 'mark' }));
    expect(screen.getByText(/^Sorted by relevance/)).toHaveTextContent(
      'Sorted by relevance. Select a column to sort by it. Showing the newest 200 matches, most relevant first.',
    );
    const header = screen.getByRole('columnheader', { name: 'Incident' });
    expect(header).not.toHaveAttribute('aria-sort');
    const orders = () =>
      list.mock.calls
        .filter(([{ query }]) => query.q && !query.edited)
        .map(([{ query }]) => query.orderField);
    expect(orders()).toEqual([undefined]);

    // Only an explicit order lists all matches.
    await userEvent.click(screen.getByRole('button', { name: /CSV/ }));
    await waitFor(() =>
      expect(orders()).toEqual([undefined, 'startedAt,desc']),
    );
    list.mockClear();

    await userEvent.click(within(header).getByRole('button'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sort by relevance' }),
    );
    expect(await screen.findByText(/^Sorted by relevance/)).toBeVisible();
    expect(orders()).toEqual(['startedAt,desc']);
    expect(address()).toHaveTextContent('?q=dns');
  });

  it('says that a search needs letters or digits', async () => {
    render(createFakePostmortemsApi({ postmortems: [login] }), '?q=%3F!');
    expect(
      await screen.findByText('Enter letters or digits to search.'),
    ).toBeVisible();
  });

  it('sorts by headers, reversed on the second click', async () => {
    render(createFakePostmortemsApi({ postmortems: [login, checkout] }));
    await screen.findByText('2 postmortems');
    const header = (name: string) => screen.getByRole('columnheader', { name });
    expect(header('Incident')).toHaveAttribute('aria-sort', 'descending');

    const bySeverity = within(header('Severity')).getByRole('button');
    await userEvent.click(bySeverity);
    expect(address()).toHaveTextContent('?orderField=severity,desc');
    await userEvent.click(bySeverity);
    expect(address()).toHaveTextContent('?orderField=severity,asc');
    expect(header('Severity')).toHaveAttribute('aria-sort', 'ascending');
    await waitFor(() => expect(listed()).toEqual(['PM-1', 'PM-2']));

    await userEvent.click(within(header('Postmortem')).getByRole('button'));
    expect(address()).toHaveTextContent('?orderField=title,asc');
    for (const [name, field] of [
      ['Status', 'status'],
      ['Affected', 'entityRef'],
      ['Owner', 'ownerRef'],
    ]) {
      await userEvent.click(within(header(name)).getByRole('button'));
      expect(address()).toHaveTextContent(`?orderField=${field},asc`);
      await waitFor(() => expect(listed()).toHaveLength(2));
    }
  });

  it('pages by cursor; a filter returns to the first page', async () => {
    const postmortems = [1, 2, 3, 4, 5].map(n =>
      aPostmortem({ id: `PM-${n}`, startedAt: `2026-03-0${n}T00:00:00Z` }),
    );
    render(createFakePostmortemsApi({ postmortems, pageSize: 2 }));
    expect(await screen.findByText('5 postmortems')).toBeInTheDocument();
    expect(listed()).toEqual(['PM-5', 'PM-4']);
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(listed()).toEqual(['PM-3', 'PM-2']));
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(listed()).toEqual(['PM-1']));
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    expect(address()).toHaveTextContent('?cursor=4');

    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    await waitFor(() => expect(listed()).toEqual(['PM-3', 'PM-2']));

    await toggle('Status', 'Published');
    await waitFor(() => expect(listed()).toEqual(['PM-5', 'PM-4']));
    expect(address()).toHaveTextContent('?status=published');
  });

  it('shows where counting stopped', async () => {
    const api = createFakePostmortemsApi({
      listPostmortems: async () => ({
        items: [checkout],
        totalItems: 1_000,
        totalItemsCapped: true,
        pageInfo: {},
      }),
    });
    render(api);
    expect(await screen.findByText('1,000+ postmortems')).toBeInTheDocument();
  });

  it('explains itself if there is nothing yet', async () => {
    render(createFakePostmortemsApi());
    expect(await screen.findByText('No postmortems yet')).toBeInTheDocument();
    expect(
      screen.getByText(
        /within 3 days for SEV-1, within 5 business days for SEV-2/,
      ),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Start postmortem' }),
      ).toHaveAttribute('href', '/postmortems/new'),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('keeps the filters usable when the server fails, and retries', async () => {
    const listPostmortems = jest
      .fn(createFakePostmortemsApi({ postmortems: [checkout] }).listPostmortems)
      .mockRejectedValueOnce(new Error('Failed to fetch'));
    render(createFakePostmortemsApi({ listPostmortems }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Failed to fetch',
    );
    expect(screen.getByRole('group', { name: 'Filters' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(listed()).toEqual(['PM-1']));
  });

  it('shows what is wrong with a link, and offers to clear it', async () => {
    const listPostmortems = async ({ query }: { query?: object }) => {
      if (query && 'severity' in query) {
        throw refusal(400, 'InputError', 'severity must be one of SEV-1');
      }
      return { items: [], totalItems: 0, pageInfo: {} };
    };
    render(createFakePostmortemsApi({ listPostmortems }), '?severity=SEV-9');
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText(/severity must be one of/)).toBeInTheDocument();
    await userEvent.click(alert.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('No postmortems yet')).toBeInTheDocument();
  });

  it('shows a missing permission', async () => {
    render(
      createFakePostmortemsApi({
        listPostmortems: async () => {
          throw refusal(403, 'NotAllowedError', 'Unauthorized');
        },
      }),
    );
    expect(
      await screen.findByText("You don't have access"),
    ).toBeInTheDocument();
  });

  it('removes what the reader can no longer see, on a signal', async () => {
    const postmortems = [checkout, login];
    const api = createFakePostmortemsApi({ postmortems });
    render(api);
    await screen.findByText('Nobody could sign in');
    postmortems.pop();
    signalChange(api, 'PM-2');
    await waitFor(() => expect(listed()).toEqual(['PM-1']));
  });

  it('confirms imports in bulk in a list of claimed ones', async () => {
    const claimed = [1, 2].map(n =>
      aPostmortem({
        id: `PM-${n}`,
        title: `From the wiki ${n}`,
        complianceStatus: 'claimed',
        revision: n,
      }),
    );
    const api = createFakePostmortemsApi({
      postmortems: claimed,
      confirmImports: async ({ body }) => ({
        results: body.items.map(({ id }) =>
          id === 'PM-1'
            ? { id }
            : {
                id,
                error: { name: 'NotAllowedError', message: 'You imported it' },
              },
        ),
      }),
    });
    const confirm = jest.spyOn(api, 'confirmImports');
    render(api, '?complianceStatus=claimed');
    expect(await screen.findByText('2 postmortems')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Select all on this page' }),
    );
    const bar = screen.getByRole('toolbar', {
      name: 'Confirm selected imports',
    });
    expect(within(bar).getByRole('status')).toHaveTextContent('2 selected');
    await userEvent.click(
      within(bar).getByRole('button', { name: 'Confirm selected' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Confirm 2 imports',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Confirm' }),
    );
    expect(await screen.findByText(/1 import confirmed/)).toHaveTextContent(
      /1 couldn't be confirmed and is still selected:.*PM-2.*You imported it/,
    );
    expect(confirm).toHaveBeenCalledWith({
      body: {
        items: expect.arrayContaining([
          { id: 'PM-1', revision: 1 },
          { id: 'PM-2', revision: 2 },
        ]),
        reason: undefined,
      },
    });
    expect(screen.getByText('1 selected')).toBeInTheDocument();
  });

  it('has no selection in other lists', async () => {
    render(createFakePostmortemsApi({ postmortems: [checkout] }));
    await screen.findByText('1 postmortem');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
