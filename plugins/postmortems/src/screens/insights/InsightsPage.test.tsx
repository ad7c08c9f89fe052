import { SWRConfig } from 'swr';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  actionItemFilterSchema,
  listIncidentsQuerySchema,
  postmortemFilterSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItemFilter,
  ListIncidentsQuery,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { anInsights, noInsights } from '../../testing/anInsights';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { refusal } from '../../testing/refusal';
import { saveFile } from '../../ui/csv/saveFile';
import { readFilter, toApiFilter } from '../../ui/filters/filter';
import { withStatuses } from '../actionItems/openWork';
import { InsightsPage } from './InsightsPage';

jest.mock('../../ui/csv/saveFile');

function render(
  getInsights: PostmortemsApi['getInsights'] = async () => anInsights(),
  search = '?startedAfter=2026-01-01&startedBefore=2026-04-01',
  operations: Partial<PostmortemsApi> = {},
  decision:
    | AuthorizeResult.ALLOW
    | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  return renderInTestApp(
    // Backstage caches permissions with SWR. With a new cache, tests don't see each other's
    // results.
    <SWRConfig value={{ provider: () => new Map() }}>
      <InsightsPage />
    </SWRConfig>,
    {
      initialRouteEntries: [`/postmortems/insights${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [
          postmortemsApiRef,
          createFakePostmortemsApi({ getInsights, ...operations }),
        ],
        [catalogApiRef, catalogApiMock()],
        mockApis.permission({ authorize: decision }),
      ],
    },
  );
}

const block = (name: string) => screen.findByRole('region', { name });

describe('the Insights sub-page', () => {
  it('says in each block what it found', async () => {
    render();
    await block('Incidents');
    for (const [name, finding] of [
      ['Incidents', '16 incidents, 4 fewer than in the previous period'],
      [
        'Time to mitigate',
        'Median time to mitigate fell from 2 h 10 min to 1 h 25 min; n = 14',
      ],
      [
        'Time to mitigate: distribution',
        'Half took up to 1 h 25 min, 9 in 10 up to 6 h 40 min; n = 14',
      ],
      [
        'On-time rate',
        '83% of postmortems were on time (10 of 12), up from 50%',
      ],
      ['What keeps coming back', '“Certificate expired” recurs: 4 postmortems'],
      ['Categories', 'Change is the most frequent category: 6 postmortems'],
      [
        'Struck again',
        "1 incident struck again, 1 of them before the earlier incident's P0 and P1 action items were done",
      ],
      [
        'Repeat incidents',
        '1 entity had two or more incidents and spent 9 h 12 min in incidents',
      ],
      [
        'Action items',
        '71% of action items were done on time (10 of 14); 12 opened, 9 done',
      ],
      ['False alarms', '13% of incidents were false alarms (2 of 16)'],
      ['Without a postmortem', '2 incidents need a postmortem and have none'],
    ]) {
      const found = within(await block(name));
      expect(
        found.getByText(
          (_, element) =>
            element?.tagName === 'P' &&
            element.textContent?.replaceAll('\u00a0', ' ') === finding,
        ),
      ).toBeInTheDocument();
    }
  });

  it('links marks to lists that their API accepts', async () => {
    render(undefined, '?teamRef=group:default/a&subTeams=include');
    const march = await screen.findByRole('link', {
      name: 'March 2026, SEV-2: 3 incidents',
    });
    expect(march).toHaveAttribute(
      'href',
      '/postmortems/all?teamRef=group%3Adefault%2Fa&subTeams=include&startedAfter=2026-03-01&startedBefore=2026-04-01&severity=SEV-2',
    );

    const links = screen
      .getAllByRole('link')
      .map(link => new URL(link.getAttribute('href')!, 'http://localhost'));
    const lists = links.filter(({ search }) => search);
    expect(lists.length).toBeGreaterThan(25);
    const schemas: Record<string, (search: URLSearchParams) => unknown> = {
      '/postmortems/all': search =>
        postmortemFilterSchema.parse(toApiFilter(readFilter(search))),
      '/postmortems/action-items': search =>
        actionItemFilterSchema.parse(
          toApiFilter<ActionItemFilter>(withStatuses(readFilter(search))),
        ),
      '/postmortems/compliance': search =>
        search.get('view') === 'incidents'
          ? listIncidentsQuerySchema.parse(
              toApiFilter<ListIncidentsQuery>(readFilter(search)),
            )
          : search.get('kind'),
    };
    for (const { pathname, searchParams } of lists) {
      expect(searchParams.get('teamRef')).toMatch(/^group:/);
      expect(schemas[pathname](searchParams)).toBeTruthy();
    }
  });

  it('shows gaps and single values as what they are', async () => {
    render();
    const times = await block('Time to mitigate');
    const names = within(times)
      .getAllByRole('link')
      .map(link => link.getAttribute('aria-label') ?? link.textContent);
    expect(names).toEqual([
      'n\u00a0=\u00a014',
      'January 2026: median 1 h 20 min, 90th percentile 6 h 20 min, n\u00a0=\u00a012',
      'March 2026: 20 min, 1 h 35 min',
      '2 postmortems without this time are left out.',
    ]);
    const rates = within(await block('On-time rate'));
    // Two in the sentence, and one for each quarter with something due.
    expect(rates.getAllByRole('link')).toHaveLength(4);
    expect(rates.getByText('A gap means that nothing was due.')).toBeVisible();
  });

  it('shows each chart as a table and saves it as CSV', async () => {
    render();
    const incidents = within(await block('Incidents'));
    expect(incidents.queryByRole('table')).not.toBeInTheDocument();
    const toggle = incidents.getByRole('button', { name: /^Show as table/ });
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-pressed', 'true');
    expect(
      incidents.getByRole('row', { name: 'January 2026 4 9 13' }),
    ).toBeInTheDocument();
    expect(
      incidents.getByRole('row', { name: 'February 2026 0 0 0' }),
    ).toBeInTheDocument();

    await userEvent.click(
      incidents.getByRole('button', { name: 'Download as CSV: Incidents' }),
    );
    await waitFor(() =>
      expect(saveFile).toHaveBeenCalledWith(
        'incidents.csv',
        'period,SEV-1,SEV-2,total\r\n2026-01,4,9,13\r\n2026-02,0,0,0\r\n2026-03,0,3,3',
        expect.stringContaining('text/csv'),
      ),
    );
  });

  it('has the range and the measure in the URL', async () => {
    const getInsights = jest.fn(async () => anInsights());
    render(getInsights, '');
    await block('Time to mitigate');
    const now = new Date();
    const firstOf = (monthsAgo: number) =>
      new Date(
        Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo),
      ).toISOString();
    const query = (monthsAgo: number, interval: string) => ({
      query: {
        startedAfter: firstOf(monthsAgo).replace('.000', ''),
        startedBefore: undefined,
        interval,
      },
    });
    expect(getInsights).toHaveBeenLastCalledWith(query(11, 'month'));

    await userEvent.click(
      screen.getByRole('button', { name: 'Time range: Last 12 months' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Last 24 months' }),
    );
    await waitFor(() =>
      expect(getInsights).toHaveBeenLastCalledWith(query(23, 'quarter')),
    );
    await userEvent.keyboard('{Escape}');

    await userEvent.click(
      screen.getByRole('button', { name: 'Time to detect' }),
    );
    expect(await block('Time to detect')).toBeInTheDocument();
  });

  it('merges a recurring factor into another', async () => {
    const merge = jest.fn(async () => ({ changed: 5 }));
    const getInsights = jest.fn(async () => anInsights());
    render(getInsights, '', {
      findContributingFactors: async ({ query: { text } }) => ({
        items:
          text === 'Certificate expired'
            ? [{ title: 'Certificate expired', postmortems: 5 }]
            : [
                { title: 'Certificate expired', postmortems: 5 },
                { title: 'Certificate is out of date', postmortems: 2 },
              ],
      }),
      mergeContributingFactors: merge,
    });
    const factors = within(await block('What keeps coming back'));
    await userEvent.click(
      await factors.findByRole('button', {
        name: 'Actions for “Certificate expired”',
      }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Merge into…' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Merge “Certificate expired” into another factor',
      }),
    );
    expect(
      await dialog.findByText(/Renames the factor in 5 postmortems/),
    ).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Merge' })).toBeDisabled();

    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Merge into' }),
      'cert',
    );
    await screen.findByRole('option', { name: /is out of date/ });
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(merge).not.toHaveBeenCalled();
    const loaded = getInsights.mock.calls.length;
    await userEvent.click(dialog.getByRole('button', { name: 'Merge' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(merge).toHaveBeenCalledWith({
      body: {
        from: 'Certificate expired',
        into: 'Certificate is out of date',
      },
    });
    await waitFor(() =>
      expect(getInsights.mock.calls.length).toBeGreaterThan(loaded),
    );
  });

  it('offers no merge without the permission', async () => {
    render(undefined, '', {}, AuthorizeResult.DENY);
    const factors = within(await block('What keeps coming back'));
    expect(
      factors.getByRole('columnheader', { name: 'Postmortems' }),
    ).toBeInTheDocument();
    expect(
      factors.queryByRole('button', { name: /^Actions for/ }),
    ).not.toBeInTheDocument();
  });

  it('shows that there is nothing, and what to do', async () => {
    render(async () => noInsights());
    expect(
      await screen.findByText('No incidents in this time range'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    ).toBeInTheDocument();
  });

  it('retries after a failure', async () => {
    const getInsights = jest
      .fn(async () => anInsights())
      .mockRejectedValueOnce(refusal(503, 'ServiceUnavailableError', 'Busy'));
    render(getInsights, '');
    expect(await screen.findByText('Busy')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await block('Incidents')).toBeInTheDocument();
  });
});
