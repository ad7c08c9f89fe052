import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { EntityProvider, catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../data/postmortemsApiRef';
import { rootRouteRef } from '../../../routes';
import { anInsights, noInsights } from '../../../testing/anInsights';
import { createFakePostmortemsApi } from '../../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../../testing/fixtures';
import { EntityInsightsCard } from './EntityInsightsCard';

function anEntity(ref: string, parts: string[] = []): Entity {
  const [, kind, namespace, name] = /(.+):(.+)\/(.+)/.exec(ref)!;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace },
    relations: parts.map(targetRef => ({ type: 'hasPart', targetRef })),
  };
}

const component = anEntity('component:default/checkout', [
  'component:default/checkout-worker',
]);
const system = anEntity('system:default/shop', [
  'component:default/checkout',
  'api:default/cart',
]);
const domain = anEntity('domain:default/retail', [
  'system:default/shop',
  'system:default/hidden',
]);
const entities = [component, system, domain];

const postmortems = [
  aPostmortem({
    entityRefs: ['component:default/checkout'],
    actionItems: [
      anActionItem({ id: 'PM-1/A1', overdue: true }),
      anActionItem({ id: 'PM-1/A2', status: 'in-progress' }),
      anActionItem({ id: 'PM-1/A3', status: 'done' }),
    ],
  }),
];

function render(
  entity: Entity,
  getInsights: PostmortemsApi['getInsights'] = async () => anInsights(),
  catalog = catalogApiMock({ entities }),
) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EntityInsightsCard />
    </EntityProvider>,
    {
      mountedRoutes: { '/postmortems': rootRouteRef },
      apis: [
        [
          postmortemsApiRef,
          createFakePostmortemsApi({ postmortems, getInsights }),
        ],
        [catalogApiRef, catalog],
        mockApis.permission(),
      ],
    },
  );
}

/** The filter of a link. */
async function filterOf(name: string | RegExp) {
  const link = await screen.findByRole('link', { name });
  const { pathname, searchParams } = new URL(
    link.getAttribute('href')!,
    'http://localhost',
  );
  return { pathname, search: searchParams };
}

describe('the insights card', () => {
  it('shows what happened and what recurs, each with its list', async () => {
    render(component);
    const startOf = new Date();
    startOf.setUTCMonth(startOf.getUTCMonth() - 11, 1);
    const startedAfter = startOf.toISOString().slice(0, 10);
    const within12Months = {
      entityRef: 'component:default/checkout',
      startedAfter,
    };
    const only = { entityRef: 'component:default/checkout' };
    for (const [name, pathname, filter] of [
      ['16 incidents', '/all', within12Months],
      ['SEV-1 4 incidents', '/all', { ...within12Months, severity: 'SEV-1' }],
      ['SEV-2 12 incidents', '/all', { ...within12Months, severity: 'SEV-2' }],
      ['1 h 25 min', '/all', { ...within12Months, duration: 'mitigate' }],
      ['1 overdue action item', '/action-items', { ...only, overdue: 'true' }],
      ['2 open action items', '/action-items', only],
      [
        '4 postmortems',
        '/all',
        { ...within12Months, factor: 'Certificate expired' },
      ],
      ['Insights: incidents by month', '/insights', only],
      ['View insights', '/insights', only],
    ] as const) {
      const link = await filterOf(name);
      expect([name, link.pathname]).toEqual([name, `/postmortems${pathname}`]);
      expect(Object.fromEntries(link.search)).toEqual(filter);
    }

    expect(screen.getByText('Last 12 months')).toBeVisible();
    const facts = screen
      .getAllByRole('definition')
      .map(each => each.textContent);
    expect(facts[0]).toMatch(
      /^16 incidents, 4 fewer than in the previous period/,
    );
    expect(facts[0]).toMatch(
      /January 2026: 13 incidents; March 2026: 3 incidents$/,
    );
    expect(facts.slice(1)).toEqual([
      '1 h 25 min, down from 2 h 10 min in the previous period',
      '1 overdue action item2 open action items',
      '“Certificate expired” in 4 postmortems',
    ]);
  });

  it('includes the parts of a domain, and those of its systems', async () => {
    const getInsights = jest.fn<
      ReturnType<PostmortemsApi['getInsights']>,
      Parameters<PostmortemsApi['getInsights']>
    >(async () => anInsights());
    render(domain, getInsights);
    const refs = [
      'domain:default/retail',
      'system:default/hidden',
      'system:default/shop',
      'api:default/cart',
      'component:default/checkout',
      'component:default/checkout-worker',
    ];
    const { search } = await filterOf('View insights');
    expect(search.getAll('entityRef')).toEqual(refs);
    expect(
      getInsights.mock.calls.map(([{ query }]) => query?.entityRef),
    ).toEqual([refs]);
    expect(
      screen.getByText('Last 12 months, including 5 parts'),
    ).toBeInTheDocument();
  });

  it('says how many entities it includes if there are too many parts', async () => {
    const parts = Array.from(
      { length: 60 },
      (_, index) => `component:default/part-${index}`,
    );
    render(anEntity('system:default/large', ['system:default/shop', ...parts]));
    expect(await screen.findByText(/only the first 50 entities/)).toBeVisible();
    const { search } = await filterOf('View insights');
    expect(search.getAll('entityRef')).toHaveLength(50);
  });

  it('shows single values instead of a median of few, and no comparison', async () => {
    const { durations } = anInsights();
    render(component, async () =>
      anInsights({
        factors: { groups: [], truncated: false },
        durations: durations.map(each => ({
          ...each,
          n: 2,
          median: undefined,
          p90: undefined,
          values: [20, 95],
        })),
      }),
    );
    expect(
      await screen.findByRole('link', { name: '20 min, 1 h 35 min' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Time to mitigate')).toBeInTheDocument();
    expect(screen.getByText('None recurs')).toBeInTheDocument();
  });

  it('shows that there is nothing', async () => {
    render(anEntity('component:default/quiet'), async () => noInsights());
    expect(
      await screen.findByText('No incidents and no open action items.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('keeps open action items of earlier incidents', async () => {
    render(component, async () => noInsights());
    const [incidents] = await screen.findAllByRole('definition');
    expect(incidents).toHaveTextContent('No incidents in this time');
    expect(within(incidents).queryByRole('link')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '2 open action items' }),
    ).toBeInTheDocument();
  });

  it.each(['the report', 'the catalog'])(
    'retries after %s failed to load',
    async part => {
      const getInsights = jest.fn(async () => anInsights());
      const catalog = catalogApiMock({ entities });
      const failing = jest.spyOn(catalog, 'getEntitiesByRefs');
      if (part === 'the report') {
        getInsights.mockRejectedValueOnce(new Error('timeout'));
      } else {
        failing.mockRejectedValueOnce(new Error('timeout'));
      }
      render(system, getInsights, catalog);
      expect(await screen.findByText('timeout')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(
        await screen.findByRole('link', { name: '16 incidents' }),
      ).toBeInTheDocument();
    },
  );
});
