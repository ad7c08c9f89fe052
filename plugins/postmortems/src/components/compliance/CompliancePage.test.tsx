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

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceGroupBy,
  Postmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { aPostmortem, createFakePostmortemsApi, refusal } from '../../testing';
import { readFilter, toApiFilter } from '../filters/filter';
import { CompliancePage } from './CompliancePage';

/** Every status at two severities, over three quarters and two teams, one of them shared. */
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

/** Each number on the screen that is a link, with how many the list it leads to holds. */
async function numbersAndWhatTheyList(api: PostmortemsApi) {
  const links = screen
    .getAllByRole('link')
    .filter(link => link.getAttribute('href')?.startsWith('/postmortems/all'));
  return Promise.all(
    links.map(async link => {
      const url = new URL(link.getAttribute('href')!, 'http://localhost');
      const query = toApiFilter(readFilter(url.searchParams));
      const { totalItems } = await api.listPostmortems({ query });
      const text = link.textContent ?? '';
      return [
        text,
        Number(/of (\d+)|^\d+$/.exec(text)?.[1] ?? text),
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
    ['month', '', 4],
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

  it('names groups, counts, the rate with its fraction, and the median', async () => {
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
    expect(team).toHaveTextContent('50 % (1 of 2)');
    // From 11:28 on the 12th to 15:00 on the 14th.
    expect(team).toHaveTextContent('2 d 3 h');
    const none = screen.getByRole('row', { name: /No team/ });
    expect(none).toHaveTextContent('no postmortems due');
    expect(none).not.toHaveTextContent('%');
    expect(within(none).getAllByText('0').length).toBeGreaterThan(5);
  });

  it('says quarters and months in words', async () => {
    render(createFakePostmortemsApi({ postmortems }), '?groupBy=quarter');
    expect(
      await screen.findByRole('rowheader', { name: 'Q1 2026' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Month' }));
    expect(
      await screen.findByRole('rowheader', { name: 'March 2026' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Month' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('says that there is nothing to count', async () => {
    render(
      createFakePostmortemsApi({ postmortems }),
      '?startedAfter=2030-01-01',
    );
    expect(await screen.findByText('Nothing to count')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('Overall')).toBeInTheDocument();
  });

  it('says where there are more groups than it shows', async () => {
    const real = createFakePostmortemsApi({ postmortems });
    render(
      createFakePostmortemsApi({
        getCompliance: async input => ({
          ...(await real.getCompliance(input)),
          truncated: true,
        }),
      }),
    );
    expect(await screen.findByText(/more groups than/)).toBeInTheDocument();
  });

  it('tries again where it failed', async () => {
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
