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
import type {
  Incident,
  IncidentDelivery,
  IncidentSourceState,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { withAnnouncements } from '../../live';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi, refusal } from '../../testing';
import { IncidentSourcesPage } from './IncidentSourcesPage';

function aDelivery(overrides: Partial<IncidentDelivery> = {}) {
  return {
    id: '7',
    source: 'pagerduty',
    sourceTitle: 'PagerDuty',
    kind: 'webhook',
    status: 'parked',
    receivedAt: '2026-03-12T09:14:00Z',
    finishedAt: '2026-03-12T09:15:00Z',
    attempts: 12,
    error: 'The answer was 503',
    ...overrides,
  } as const satisfies IncidentDelivery;
}

function aSource(
  overrides: Partial<IncidentSourceState> = {},
): IncidentSourceState {
  return {
    id: 'pagerduty',
    title: 'PagerDuty',
    webhookPath: '/incident-sources/pagerduty',
    annotations: ['pagerduty.com/service-id'],
    canBackfill: true,
    lastDelivery: aDelivery({ status: 'applied', type: 'incident.resolved' }),
    deliveries: { pending: 0, applied: 40, ignored: 3, parked: 1 },
    ignoredTypes: [{ type: 'incident.annotated', count: 3 }],
    waitingIncidents: 0,
    unknownSeverities: [],
    unmappedServices: 0,
    ...overrides,
  };
}

function anIncident(overrides: Partial<Incident> = {}): Incident {
  return {
    id: '1',
    source: 'pagerduty',
    sourceTitle: 'PagerDuty',
    key: 'Q1',
    title: 'Checkout is down',
    standing: 'waiting',
    startedAt: '2026-03-12T09:14:00Z',
    unknownSeverities: [],
    entityRefs: [],
    teamRefs: [],
    unmappedServices: [],
    private: false,
    ...overrides,
  };
}

/** A server with deliveries, which are listed by status a page of two at a time. */
function aServer(options: {
  sources?: IncidentSourceState[];
  deliveries?: IncidentDelivery[];
  api?: Partial<PostmortemsApi>;
}) {
  const server: { deliveries: IncidentDelivery[]; api: PostmortemsApi } = {
    deliveries: options.deliveries ?? [],
    api: withAnnouncements(
      createFakePostmortemsApi({
        listIncidentSources: async () => ({
          items: options.sources ?? [aSource()],
        }),
        listIncidentDeliveries: async ({ query = {} }) => {
          const { status, source } = query;
          const all = server.deliveries.filter(
            each =>
              (!status || status.includes(each.status)) &&
              (!source || source.includes(each.source)),
          );
          const from = Number(query.cursor ?? 0);
          return {
            items: all.slice(from, from + 2),
            totalItems: all.length,
            pageInfo: {
              ...(from + 2 < all.length && { nextCursor: String(from + 2) }),
              ...(from > 0 && { prevCursor: String(from - 2) }),
            },
          };
        },
        ...options.api,
      }),
    ),
  };
  return server;
}

function render(api: PostmortemsApi, search = '') {
  return renderInTestApp(<IncidentSourcesPage />, {
    initialRouteEntries: [`/postmortems/incident-sources${search}`],
    mountedRoutes: {
      '/postmortems': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [postmortemsApiRef, api],
      [catalogApiRef, catalogApiMock()],
      mockApis.permission(),
      mockApis.discovery({ baseUrl: 'https://portal.example.com' }),
    ],
  });
}

describe('the sub-page of incident sources', () => {
  it('says how to begin where there is no source, and asks for nothing more', async () => {
    render(aServer({ sources: [] }).api);
    expect(
      await screen.findByText('No incident source is set up'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy: app-config.yaml' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Deliveries')).toBeNull();
  });

  it('shows how a source stands, its numbers leading to the deliveries that they count', async () => {
    render(aServer({ deliveries: [aDelivery()] }).api);
    const card = await screen.findByRole('article', { name: 'PagerDuty' });
    expect(card).toHaveTextContent(/Last delivery .* ago: Applied/);
    expect(card).toHaveTextContent('incident.annotated (3)');
    expect(
      await within(card).findByText(
        'https://portal.example.com/api/postmortems/incident-sources/pagerduty',
      ),
    ).toBeInTheDocument();
    // Nothing waits, so nothing is said of that.
    expect(screen.queryByText('Incidents that wait')).toBeNull();
    expect(await screen.findByText(/The answer was 503/)).toBeInTheDocument();

    await userEvent.click(
      within(card).getByRole('link', { name: 'Applied: 40' }),
    );
    expect(await screen.findByText('There is none.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Applied' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(
      within(card).getByRole('link', { name: 'Parked: 1' }),
    );
    expect(await screen.findByText(/The answer was 503/)).toBeInTheDocument();
  });

  it('says what incidents wait for, and what to write where so that they do not', async () => {
    const { api } = aServer({
      sources: [
        aSource({
          waitingIncidents: 2,
          unmappedServices: 1,
          unknownSeverities: [{ severity: 'Very "bad"', incidents: 1 }],
        }),
      ],
      api: {
        listIncidents: async () => ({
          items: [
            anIncident({
              id: '1',
              waitingFor: 'severity',
              unknownSeverities: ['Very "bad"'],
            }),
            anIncident({
              id: '2',
              waitingFor: 'services',
              unmappedServices: ['Shop'],
            }),
          ],
          totalItems: 2,
          pageInfo: {},
        }),
        listUnmappedServices: async () => ({
          items: [
            {
              source: 'pagerduty',
              sourceTitle: 'PagerDuty',
              id: 'PSHOP',
              name: 'Shop',
              incidents: 4,
              waitingIncidents: 1,
              annotations: ['pagerduty.com/service-id'],
              suggestions: [
                {
                  entityRef: 'component:default/web-shop',
                  title: 'web-shop',
                },
                { entityRef: 'system:default/shops', title: 'Shops' },
              ],
            },
          ],
          truncated: false,
        }),
      },
    });
    render(api);

    expect(
      await screen.findByText('Nobody mapped the severity Very "bad"'),
    ).toHaveAttribute('href', expect.stringMatching(/#severities$/));
    expect(
      await screen.findByText(/"Very \\"bad\\"": # SEV-1, SEV-2, SEV-3/),
    ).toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /Shop \(PSHOP\)/ });
    expect(row).toHaveTextContent('4 (1 waits)');

    await userEvent.click(
      within(row).getByRole('button', { name: 'Map Shop' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'What is Shop in the catalog?',
    });
    expect(dialog).toHaveTextContent('pagerduty.com/service-id: "PSHOP"');
    expect(dialog).toHaveTextContent('"PSHOP": component:default/web-shop');
    await userEvent.click(within(dialog).getByLabelText('Entity'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Shops (system)' }),
    );
    expect(dialog).toHaveTextContent('"PSHOP": system:default/shops');
  });

  it('replays a delivery, shows that it goes on, and says how it ended', async () => {
    const server = aServer({
      deliveries: [aDelivery(), aDelivery({ id: '6' })],
      api: {
        replayIncidentDelivery: async ({ params }) => {
          const replayed = aDelivery({
            id: params.deliveryId,
            status: 'pending',
            error: undefined,
            finishedAt: undefined,
            nextAttemptAt: '2026-03-12T10:00:00Z',
            attempts: 0,
          });
          server.deliveries = server.deliveries.map(each =>
            each.id === replayed.id ? replayed : each,
          );
          return replayed;
        },
      },
    });
    render(server.api);

    const replay = await screen.findByRole('button', {
      name: 'Replay delivery 7 of PagerDuty',
    });
    await userEvent.click(replay);
    expect(await screen.findByText('Being applied')).toBeInTheDocument();
    expect(replay).toBeDisabled();
    server.deliveries = server.deliveries.filter(each => each.id !== '7');
    expect(
      await screen.findByText('Delivery 7 is applied.', undefined, {
        timeout: 5_000,
      }),
    ).toBeInTheDocument();
    expect(replay).not.toBeInTheDocument();
    // The keyboard goes on from where the button was.
    const keeper = screen.getByRole('region', { name: 'Deliveries' });
    await waitFor(() => expect(keeper).toHaveFocus());

    await userEvent.click(
      screen.getByRole('button', { name: 'Replay delivery 6 of PagerDuty' }),
    );
    await screen.findByText('Being applied');
    server.deliveries = [
      aDelivery({ id: '6', finishedAt: '2026-03-12T11:00:00Z' }),
    ];
    expect(
      await screen.findByText(
        'Delivery 6 was tried, and parked again.',
        undefined,
        { timeout: 5_000 },
      ),
    ).toBeInTheDocument();
  }, 20_000);

  it('does not take a delivery for applied that left a list of others', async () => {
    const server = aServer({
      deliveries: [aDelivery()],
      api: {
        replayIncidentDelivery: async () => {
          server.deliveries = [];
          return aDelivery({ status: 'pending', error: undefined });
        },
      },
    });
    render(server.api, '?status=parked');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Replay delivery 7 of PagerDuty',
      }),
    );
    expect(await screen.findByText('There is none.')).toBeInTheDocument();
    expect(
      await screen.findByText('Delivery 7 is being applied once more.'),
    ).toBeInTheDocument();
  });

  it('goes through the deliveries page by page', async () => {
    const deliveries = ['9', '8', '7'].map(id => aDelivery({ id }));
    render(aServer({ deliveries }).api);
    await screen.findByText(/#9 /);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText(/#7 /)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText(/#9 /)).toBeInTheDocument();
  });

  it('asks a source for its past incidents, and says what is wrong', async () => {
    const requestBackfill = jest
      .fn<
        ReturnType<PostmortemsApi['requestBackfill']>,
        Parameters<PostmortemsApi['requestBackfill']>
      >()
      .mockRejectedValueOnce(
        refusal(409, 'ConflictError', 'No credentials are configured'),
      )
      .mockImplementation(async () =>
        aDelivery({ kind: 'backfill', status: 'pending', error: undefined }),
      );
    render(
      aServer({
        sources: [
          aSource(),
          aSource({ id: 'x', title: 'X', canBackfill: false }),
        ],
        api: { requestBackfill },
      }).api,
    );

    const [button, ...others] = await screen.findAllByRole('button', {
      name: /^Past incidents of/,
    });
    expect(others).toEqual([]);
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    const since = within(dialog).getByLabelText(/Incidents declared since/);
    const ask = within(dialog).getByRole('button', { name: 'Ask for them' });

    await userEvent.clear(since);
    await userEvent.type(since, '2999-01-01');
    expect(ask).toBeDisabled();
    await userEvent.clear(since);
    await userEvent.type(since, '2026-01-15');
    await userEvent.click(ask);
    expect(
      await within(dialog).findByText('No credentials are configured'),
    ).toBeInTheDocument();
    await userEvent.click(ask);
    expect(
      await screen.findByText(/Asked for incidents since Jan 15, 2026/),
    ).toBeInTheDocument();
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(requestBackfill).toHaveBeenLastCalledWith({
      params: { source: 'pagerduty' },
      body: { since: new Date(2026, 0, 15).toISOString() },
    });
  });
});
