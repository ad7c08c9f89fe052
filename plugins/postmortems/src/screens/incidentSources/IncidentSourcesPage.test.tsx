import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  DisabledIncidentSource,
  Incident,
  IncidentDelivery,
  IncidentMapping,
  IncidentSourceState,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
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
    sharedAddresses: [],
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
    disposition: 'waiting',
    startedAt: '2026-03-12T09:14:00Z',
    unknownSeverities: [],
    entityRefs: [],
    teamRefs: [],
    unmappedServices: [],
    leftOut: [],
    private: false,
    ...overrides,
  };
}

/** A server with deliveries, listed by status, two per page. */
function aServer(options: {
  sources?: IncidentSourceState[];
  disabled?: DisabledIncidentSource[];
  deliveries?: IncidentDelivery[];
  api?: Partial<PostmortemsApi>;
}) {
  const server: { deliveries: IncidentDelivery[]; api: PostmortemsApi } = {
    deliveries: options.deliveries ?? [],
    api: createFakePostmortemsApi({
      listIncidentSources: async () => ({
        items: options.sources ?? [aSource()],
        disabled: options.disabled ?? [],
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

describe('the incident sources page', () => {
  it('explains the setup if there is no source, and requests nothing else', async () => {
    render(aServer({ sources: [] }).api);
    expect(
      await screen.findByText('No incident sources configured'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy: app-config.yaml' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Deliveries')).toBeNull();
  });

  it('says why a configured source rejects deliveries', async () => {
    const key = 'postmortems.incidentSources.rootly.secrets';
    const disabled: DisabledIncidentSource[] = [
      { id: 'rootly', reason: 'no-secret', configKey: key },
      { id: 'homegrown', reason: 'no-module', configKey: 'x' },
    ];
    render(aServer({ sources: [], disabled }).api);
    const rootly = await screen.findByRole('article', { name: 'Rootly' });
    expect(within(rootly).getByRole('alert')).toHaveTextContent(
      `No secret configured: deliveries are rejected. Set ${key} in app-config.yaml`,
    );
    expect(
      within(rootly).getByRole('link', { name: /^Set up Rootly/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/docs\/incident-sources\/rootly\.md$/),
    );
    const other = screen.getByRole('article', { name: 'homegrown' });
    expect(other).toHaveTextContent(
      'No backend module loaded: deliveries are rejected.',
    );
    expect(within(other).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringMatching(/docs\/incident-sources\/README\.md$/),
    );
    expect(screen.queryByText('No incident sources configured')).toBeNull();
  });

  it('shows how many incidents are unresolved, oldest first', async () => {
    const api = aServer({}).api;
    const { listPostmortems } = createFakePostmortemsApi({
      postmortems: [
        aPostmortem({ id: 'PM-1' }),
        aPostmortem({ id: 'PM-2', title: 'Open', resolvedAt: undefined }),
      ],
    });
    render({ ...api, listPostmortems });
    const panel = await screen.findByRole('region', {
      name: 'Unresolved incidents',
    });
    expect(await within(panel).findByText('Open')).toBeInTheDocument();
    expect(
      within(panel).getByRole('link', { name: 'View all 1' }),
    ).toHaveAttribute(
      'href',
      '/postmortems/all?resolved=false&orderField=startedAt%2Casc',
    );
  });

  it('shows what postmortems have no room for', async () => {
    render(
      aServer({
        api: {
          listIncidents: async ({ query = {} }) => {
            const items = query.leftOut
              ? [
                  anIncident({
                    postmortemId: 'PM-7',
                    leftOut: [
                      {
                        field: 'entityRefs',
                        unit: 'items',
                        leftOut: 22,
                        total: 72,
                        limit: 50,
                      },
                    ],
                  }),
                ]
              : [];
            return { items, totalItems: items.length, pageInfo: {} };
          },
        },
      }).api,
    );
    const section = await screen.findByRole('region', { name: 'Omitted data' });
    expect(section).toHaveTextContent(
      'Affected entities: 22 of 72 omitted; the limit is 50',
    );
    expect(within(section).getByRole('link', { name: 'PM-7' })).toHaveAttribute(
      'href',
      '/postmortems/PM-7',
    );
  });

  it('says which setting helps against deliveries that are too large', async () => {
    const tooLarge = {
      rejected: 3,
      lastAt: '2026-03-12T09:14:00Z',
      limit: 1024 ** 2,
    };
    render(
      aServer({
        sources: [
          aSource({ tooLarge }),
          aSource({
            id: 'alertmanager',
            title: 'Alertmanager',
            tooLarge: { ...tooLarge, rejected: 1, sizeSetting: 'max_alerts' },
          }),
        ],
      }).api,
    );
    expect(
      await screen.findByRole('article', { name: 'PagerDuty' }),
    ).toHaveTextContent(
      /3 deliveries were rejected because they were larger than 1 MB, last .* ago\. Raise postmortems\.incidents\.maxDeliverySize/,
    );
    expect(
      screen.getByRole('article', { name: 'Alertmanager' }),
    ).toHaveTextContent(
      /1 delivery was rejected .* Set max_alerts in Alertmanager to a lower number/,
    );
  });

  it('names the users whose address is the same', async () => {
    const shared = {
      address: 't…@example.com',
      userRefs: ['user:default/twin-a', 'user:default/twin-b'],
      incidents: 2,
    };
    render(aServer({ sources: [aSource({ sharedAddresses: [shared] })] }).api);
    const section = await screen.findByRole('region', {
      name: 'People with the same email address',
    });
    expect(section).toHaveTextContent(
      'PagerDuty: t…@example.com in 2 incidents:',
    );
    expect(
      within(section).getByRole('link', { name: 'twin-b' }),
    ).toBeInTheDocument();
  });

  it('shows a source with numbers linked to deliveries', async () => {
    render(aServer({ deliveries: [aDelivery()] }).api);
    const card = await screen.findByRole('article', { name: 'PagerDuty' });
    expect(card).toHaveTextContent(/Last delivery .* ago: Applied/);
    expect(card).toHaveTextContent('incident.annotated (3)');
    expect(
      await within(card).findByText(
        'https://portal.example.com/api/postmortems/incident-sources/pagerduty',
      ),
    ).toBeInTheDocument();
    // Nothing is blocked, so the part is hidden.
    expect(screen.queryByText('Blocked incidents')).toBeNull();
    expect(await screen.findByText(/The answer was 503/)).toBeInTheDocument();

    await userEvent.click(
      within(card).getByRole('link', { name: 'Applied: 40' }),
    );
    expect(
      await screen.findByText('No deliveries with this status.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Applied' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(
      within(card).getByRole('link', { name: 'Parked: 1' }),
    );
    expect(await screen.findByText(/The answer was 503/)).toBeInTheDocument();
  });

  it('shows why incidents are blocked and the configuration to add', async () => {
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
              blockedBy: 'severity',
              unknownSeverities: ['Very "bad"'],
            }),
            anIncident({
              id: '2',
              blockedBy: 'services',
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
    const putIncidentMapping = jest.fn(async () => ({ items: [] }));
    render({ ...api, putIncidentMapping });

    expect(
      await screen.findByText('Unmapped severity Very "bad"'),
    ).toHaveAttribute('href', expect.stringMatching(/#severities$/));
    expect(
      await screen.findByText(/"Very \\"bad\\"": # SEV-1, SEV-2, SEV-3/),
    ).toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /Shop \(PSHOP\)/ });
    expect(row).toHaveTextContent('4 (1 blocked)');

    await userEvent.click(
      within(row).getByRole('button', { name: 'Map Shop' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Map Shop to a catalog entity',
    });
    expect(dialog).toHaveTextContent('pagerduty.com/service-id: "PSHOP"');
    expect(dialog).toHaveTextContent('"PSHOP": component:default/web-shop');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Shops' }),
    );
    expect(dialog).toHaveTextContent('"PSHOP": system:default/shops');

    await userEvent.click(within(dialog).getByRole('button', { name: 'Map' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(putIncidentMapping).toHaveBeenCalledWith({
      query: { source: 'pagerduty', kind: 'service', word: 'PSHOP' },
      body: { entityRefs: ['system:default/shops'] },
    });
  });

  it('maps a severity, and removes a mapping that was made here', async () => {
    let items: IncidentMapping[] = [
      {
        source: 'pagerduty',
        sourceTitle: 'PagerDuty',
        kind: 'severity',
        word: 'frightful',
        severity: 'SEV-2',
        origin: 'configuration',
        overridden: false,
      },
    ];
    render(
      aServer({
        sources: [
          aSource({ unknownSeverities: [{ severity: 'Odd', incidents: 2 }] }),
        ],
        api: {
          listIncidentMappings: async () => ({ items }),
          putIncidentMapping: async ({ query, body }) => {
            items = [
              ...items,
              {
                ...query,
                ...body,
                sourceTitle: 'PagerDuty',
                origin: 'portal',
                overridden: false,
                createdBy: 'user:default/guest',
                createdAt: '2026-03-12T09:14:00Z',
              },
            ];
            return { items };
          },
          removeIncidentMapping: async ({ query }) => {
            items = items.filter(({ word }) => word !== query.word);
            return { items };
          },
        },
      }).api,
    );
    const table = await screen.findByRole('table', { name: 'Mappings' });
    expect(table).toHaveTextContent(/frightful.*SEV-2.*app-config\.yaml/);
    expect(within(table).queryByRole('button', { name: /^Remove/ })).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: 'Map Odd from PagerDuty' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText(/^Severity/));
    await userEvent.click(
      await screen.findByRole('option', { name: /^SEV-1/ }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Map' }));
    const row = await within(table).findByRole('row', { name: /Odd/ });
    expect(row).toHaveTextContent(/SEV-1.*guest/);

    await userEvent.click(
      within(row).getByRole('button', { name: 'Remove the mapping for Odd' }),
    );
    await waitFor(() => expect(row).not.toBeInTheDocument());
  });

  it('replays a delivery, shows the progress and the result', async () => {
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
      name: 'Replay delivery 7 from PagerDuty',
    });
    await userEvent.click(replay);
    expect(await screen.findByText('Applying')).toBeInTheDocument();
    expect(replay).toBeDisabled();
    server.deliveries = server.deliveries.filter(each => each.id !== '7');
    expect(
      await screen.findByText('Delivery 7 was applied.'),
    ).toBeInTheDocument();
    expect(replay).not.toBeInTheDocument();
    // Focus stays in the part of the button.
    const keeper = screen.getByRole('region', { name: 'Deliveries' });
    await waitFor(() => expect(keeper).toHaveFocus());

    await userEvent.click(
      screen.getByRole('button', { name: 'Replay delivery 6 from PagerDuty' }),
    );
    await screen.findByText('Applying');
    server.deliveries = [
      aDelivery({ id: '6', finishedAt: '2026-03-12T11:00:00Z' }),
    ];
    expect(
      await screen.findByText('Delivery 6 failed again and was parked.'),
    ).toBeInTheDocument();
  }, 60_000);

  it('does not report a delivery as applied because it left another list', async () => {
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
        name: 'Replay delivery 7 from PagerDuty',
      }),
    );
    expect(
      await screen.findByText('No deliveries with this status.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('Replaying delivery 7.'),
    ).toBeInTheDocument();
  });

  it('pages through deliveries', async () => {
    const deliveries = ['9', '8', '7'].map(id => aDelivery({ id }));
    render(aServer({ deliveries }).api);
    await screen.findByText(/#9 /);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText(/#7 /)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText(/#9 /)).toBeInTheDocument();
  });

  it('imports past incidents and shows errors', async () => {
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
      name: /^Fetch past incidents from/,
    });
    expect(others).toEqual([]);
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    const since = within(dialog).getByLabelText(/Declared since/);
    const ask = within(dialog).getByRole('button', { name: 'Fetch incidents' });

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
      await screen.findByText(/Fetching incidents since Jan 15, 2026/),
    ).toBeInTheDocument();
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(requestBackfill).toHaveBeenLastCalledWith({
      params: { source: 'pagerduty' },
      body: { since: new Date(2026, 0, 15).toISOString() },
    });
  });
});
