import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceGroupBy,
  ListIncidentsQuery,
  Postmortem,
  PostmortemFilter,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { readFilter, toApiFilter } from '../../ui/filters/filter';
import { aWaitingIncident } from '../incidents/__testUtils__/renderList';
import { CompliancePage } from './CompliancePage';

/** Every status at two severities, over three quarters and two teams, one postmortem shared. */
const postmortems: Postmortem[] = complianceStatusSchema.options.flatMap(
  (complianceStatus, index) =>
    ['SEV-1', 'SEV-2'].map((severity, second) =>
      aPostmortem({
        id: `PM-${2 * index + second + 1}`,
        severity,
        complianceStatus,
        startedAt: [
          '2026-01-01T00:00:00Z',
          '2026-03-31T23:59:59Z',
          '2026-04-01T00:00:00Z',
          '2025-12-31T23:59:59Z',
        ][(index + second) % 4],
        entityRefs: [`component:default/c${index % 2}`],
        teamRefs:
          index % 3 === 0
            ? ['group:default/a', 'group:default/b']
            : [['group:default/a'], []][index % 2],
      }),
    ),
);

function render(api: PostmortemsApi, search = '') {
  return renderInTestApp(<CompliancePage />, {
    initialRouteEntries: [`/postmortems/compliance${search}`],
    mountedRoutes: {
      '/postmortems': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [postmortemsApiRef, api],
      [catalogApiRef, catalogApiMock()],
      mockApis.permission(),
    ],
  });
}

/** Each linked number with the length of its list. */
async function numbersAndWhatTheyList(api: PostmortemsApi) {
  const links = screen
    .getAllByRole('link')
    .filter(link =>
      /^.postmortems.(all|compliance.view=incidents)/.test(
        link.getAttribute('href') ?? '',
      ),
    );
  return Promise.all(
    links.map(async link => {
      const url = new URL(link.getAttribute('href')!, 'http://localhost');
      const filter = readFilter(url.searchParams);
      const { totalItems } = url.searchParams.has('view')
        ? await api.listIncidents({
            query: toApiFilter<ListIncidentsQuery>(filter),
          })
        : await api.listPostmortems({
            query: toApiFilter<PostmortemFilter>(filter),
          });
      const text = link.textContent ?? '';
      return [
        text,
        // `83% (10 of 12)` counts 12, `2 with exceptions` counts 2.
        Number((/of (\d+)/.exec(text) ?? /^(\d+)/.exec(text))?.[1]),
        totalItems,
      ];
    }),
  );
}

describe('the Compliance sub-page', () => {
  it.each<[ComplianceGroupBy, string, number]>([
    ['team', '', 3],
    ['severity', '', 2],
    ['quarter', '', 3],
    // One of them without incidents.
    ['month', '', 5],
    ['entity', '', 2],
    ['team', '&severity=SEV-2&startedBefore=2026-04-01', 3],
    ['quarter', '&startedAfter=2026-02-01&teamRef=group:default/a', 2],
  ])(
    'by %s%s: each number leads to exactly the list it counts',
    async (groupBy, search, groups) => {
      const api = createFakePostmortemsApi({ postmortems });
      render(api, `?groupBy=${groupBy}${search}`);
      await screen.findByText('Overall');
      expect(screen.getAllByRole('rowheader')).toHaveLength(groups + 1);

      const numbers = await numbersAndWhatTheyList(api);
      expect(numbers.length).toBeGreaterThan(3 * groups);
      for (const [text, shown, listed] of numbers) {
        expect([text, listed]).toEqual([text, shown]);
      }
    },
  );

  it.each<[ComplianceGroupBy, number]>([
    ['team', 4],
    ['severity', 3],
    ['quarter', 2],
    ['entity', 3],
  ])(
    'by %s: each number of incidents without a postmortem leads to their list',
    async (groupBy, count) => {
      const incidents = [
        aWaitingIncident({ id: '1', teamRefs: ['group:default/web'] }),
        aWaitingIncident({
          id: '2',
          teamRefs: ['group:default/web', 'group:default/data'],
          entityRefs: ['component:default/c9'],
          startedAt: '2025-11-05T10:00:00Z',
        }),
        aWaitingIncident({ id: '3', governingSeverity: undefined }),
      ];
      const api = createFakePostmortemsApi({
        postmortems: [
          aPostmortem({
            id: 'PM-1',
            severity: 'SEV-1',
            startedAt: '2025-11-01T00:00:00Z',
            entityRefs: ['component:default/c1', 'component:default/c2'],
            teamRefs: ['group:default/web'],
          }),
        ],
        incidents,
        subTeams: {
          'group:default/company': ['group:default/web', 'group:default/data'],
        },
      });
      render(api, `?groupBy=${groupBy}`);
      const overall = await screen.findByRole('row', { name: /Overall/ });
      expect(
        screen.getByRole('columnheader', { name: 'Without postmortem' }),
      ).toBeInTheDocument();
      expect(screen.getAllByRole('rowheader')).toHaveLength(count + 1);
      const numbers = await numbersAndWhatTheyList(api);
      for (const [text, shown, listed] of numbers) {
        expect([text, listed]).toEqual([text, shown]);
      }
      const [link] = within(overall)
        .getAllByRole('link')
        .filter(each => each.getAttribute('href')?.includes('view=incidents'));
      expect(link).toHaveTextContent('3');
    },
  );

  it('lists incidents without a postmortem, and keeps filters between views', async () => {
    const api = createFakePostmortemsApi({
      postmortems,
      incidents: [
        aWaitingIncident({ id: '1', title: 'Nobody mapped it' }),
        aWaitingIncident({ id: '2', governingSeverity: undefined }),
      ],
    });
    render(api, '?view=incidents&severity=SEV-2');
    expect(await screen.findByText('Nobody mapped it')).toHaveAttribute(
      'href',
      'https://pagerduty.example.com/Q7',
    );
    expect(screen.getByText('1 incident')).toBeInTheDocument();
    expect(
      screen.getByText('Unmapped services from PagerDuty: “Receipts”'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'On-time rates' }),
    );
    await screen.findByText('Overall');
    const totals = within(
      screen.getByRole('row', { name: /Overall/ }),
    ).getAllByRole('link', {
      name: String(complianceStatusSchema.options.length),
    });
    expect(totals[0]).toHaveAttribute(
      'href',
      '/postmortems/all?severity=SEV-2',
    );
    for (const [text, shown, listed] of await numbersAndWhatTheyList(api)) {
      expect([text, listed]).toEqual([text, shown]);
    }
  });

  it('shows groups, counts, the rate with its fraction, and the median', async () => {
    const api = createFakePostmortemsApi({
      postmortems: [
        aPostmortem({ id: 'PM-1', complianceStatus: 'met' }),
        aPostmortem({ id: 'PM-2', complianceStatus: 'overdue' }),
        aPostmortem({
          id: 'PM-3',
          complianceStatus: 'pending',
          teamRefs: [],
          publishedAt: undefined,
        }),
      ],
    });
    render(api);

    const team = await screen.findByRole('row', { name: /checkout/ });
    expect(team).toHaveTextContent('50% (1 of 2)');
    // From 11:28 on the 12th to 15:00 on the 14th.
    expect(team).toHaveTextContent('2 d 3 h');
    const none = screen.getByRole('row', { name: /No team/ });
    expect(none).toHaveTextContent('no postmortems due');
    expect(none).not.toHaveTextContent('%');
    expect(within(none).getAllByText('0').length).toBeGreaterThan(5);
  });

  it('shows exceptions beside the rate, linked to their list', async () => {
    const api = createFakePostmortemsApi({
      postmortems: [
        aPostmortem({ id: 'PM-1', complianceStatus: 'met', exceptions: 2 }),
        aPostmortem({ id: 'PM-2', complianceStatus: 'late' }),
        aPostmortem({
          id: 'PM-3',
          complianceStatus: 'pending',
          origin: 'import',
        }),
      ],
    });
    render(api);
    const team = await screen.findByRole('row', { name: /checkout/ });
    expect(team).toHaveTextContent('50% (1 of 2), 1 with exceptions');
    for (const [text, shown, listed] of await numbersAndWhatTheyList(api)) {
      expect([text, listed]).toEqual([text, shown]);
    }
    expect(screen.getByText('1 unresolved')).toBeInTheDocument();
    expect(screen.getByText('2 started manually')).toBeInTheDocument();
    expect(screen.getByText('1 imported')).toBeInTheDocument();
  });

  it('lists exceptions with actor, time and reason, filtered by the URL', async () => {
    const listComplianceExceptions = jest.fn(async () => ({
      items: [
        {
          id: '7',
          postmortemId: 'PM-4',
          title: 'Checkout returned 500s',
          visibility: 'internal' as const,
          governingSeverity: 'SEV-1',
          teamRefs: ['group:default/checkout'],
          timeZone: 'UTC',
          kind: 'extension' as const,
          at: '2026-03-12T12:00:00.000Z',
          actorRef: 'user:default/carol',
          reason: 'The vendor is asked',
          statusBefore: 'overdue' as const,
          statusAfter: 'on-track' as const,
          dueBefore: '2026-03-10T23:59:59.999Z',
          dueAfter: '2026-03-30T12:00:00.000Z',
        },
      ],
      totalItems: 1,
      pageInfo: {},
    }));
    render(
      createFakePostmortemsApi({ postmortems, listComplianceExceptions }),
      '?view=exceptions&severity=SEV-1&kind=extension',
    );
    const row = await screen.findByRole('row', { name: /PM-4/ });
    expect(row).toHaveTextContent('Extension');
    expect(row).toHaveTextContent('(20 days later)');
    expect(row).toHaveTextContent('Overdue → On track');
    expect(row).toHaveTextContent('The vendor is asked');
    expect(screen.getByText('1 exception')).toBeInTheDocument();
    expect(listComplianceExceptions).toHaveBeenLastCalledWith({
      query: { severity: ['SEV-1'], kind: ['extension'] },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'On-time rates' }),
    );
    expect(await screen.findByText('Overall')).toBeInTheDocument();
  });

  it('shows the hierarchy, sorts within it, and keeps both in the URL', async () => {
    const ofTeam = (
      id: string,
      team: string,
      complianceStatus: 'met' | 'late',
    ) =>
      aPostmortem({
        id,
        complianceStatus,
        teamRefs: [`group:default/${team}`],
      });
    const api = createFakePostmortemsApi({
      postmortems: [
        ofTeam('PM-1', 'web', 'met'),
        ofTeam('PM-2', 'data', 'late'),
        ofTeam('PM-3', 'ops', 'met'),
      ],
      subTeams: {
        'group:default/company': ['web', 'data', 'ops'].map(
          name => `group:default/${name}`,
        ),
      },
    });
    render(api);
    await screen.findByText('Overall');
    const names = () =>
      screen
        .getAllByRole('rowheader')
        .map(row => row.textContent?.toLocaleLowerCase('en-US'));
    expect(names()).toEqual(['company', 'data', 'ops', 'web', 'overall']);
    for (const [text, shown, listed] of await numbersAndWhatTheyList(api)) {
      expect([text, listed]).toEqual([text, shown]);
    }

    const onTime = screen.getByRole('columnheader', { name: 'On time' });
    expect(onTime).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(onTime).getByRole('button'));
    expect(names()).toEqual(['company', 'ops', 'web', 'data', 'overall']);
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide sub-teams of company' }),
    );
    expect(names()).toEqual(['company', 'overall']);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show sub-teams of company' }),
    );
    expect(names()).toHaveLength(5);
  });

  it('names quarters and months', async () => {
    render(createFakePostmortemsApi({ postmortems }), '?groupBy=quarter');
    expect(
      await screen.findByRole('rowheader', { name: 'Q1 2026' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Month' }));
    expect(
      await screen.findByRole('rowheader', { name: 'March 2026' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Month', pressed: true }),
    ).toBeInTheDocument();
  });

  it('shows that there is nothing to count', async () => {
    render(
      createFakePostmortemsApi({ postmortems }),
      '?startedAfter=2030-01-01',
    );
    expect(await screen.findByText('No data')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('Overall')).toBeInTheDocument();
  });

  it('shows that there are more groups', async () => {
    const real = createFakePostmortemsApi({ postmortems });
    render(
      createFakePostmortemsApi({
        getCompliance: async input => ({
          ...(await real.getCompliance(input)),
          truncated: true,
        }),
      }),
    );
    expect(
      await screen.findByText(/Not all groups are shown/),
    ).toBeInTheDocument();
  });

  it('retries after a failure', async () => {
    const getCompliance = jest
      .fn(createFakePostmortemsApi({ postmortems }).getCompliance)
      .mockRejectedValueOnce(refusal(503, 'ServiceUnavailableError', 'Busy'));
    render(createFakePostmortemsApi({ getCompliance }));
    expect(await screen.findByText('Busy')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.getByText('Overall')).toBeInTheDocument(),
    );
  });
});
