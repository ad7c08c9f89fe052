import { waitFor } from '@testing-library/react';
import { dataOf } from '../../data/postmortemsData';
import {
  actionItemQueries,
  complianceQueries,
  incidentQueries,
  policyQueries,
  postmortemQueries,
} from '../../data/queries';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { prefetchEntityTab, prefetchListPage } from './prefetch';

jest.mock('./screens', () => ({
  loadEntityTab: async () => {},
  loadTeam: async () => {},
  loadPage: async () => {},
  loadList: async () => {},
}));

type Scope = { entityRef?: string[] };

const list = (scope: Scope) =>
  postmortemQueries.list({ ...scope, orderField: 'startedAt,desc' }).queryKey;
const unstarted = (scope: Scope) => [
  postmortemQueries.unstarted(scope, 3).queryKey,
  incidentQueries.list({ ...scope, limit: 3 }).queryKey,
];
const entityRef = ['component:default/checkout-api'];
const figures = [
  complianceQueries.report({ groupBy: 'severity', entityRef }).queryKey,
  actionItemQueries.summary({ groupBy: 'priority', entityRef }).queryKey,
];
const policy = policyQueries.inForce().queryKey;
const tab = '/catalog/default/component/checkout-api/postmortems';

/** The keys of the queries that a portal opened at an address has started. */
function openAt(pathname: string, search = '') {
  const api = createFakePostmortemsApi();
  const apis = { get: () => api as never };
  prefetchEntityTab(apis, '/postmortems', { pathname, search });
  prefetchListPage(apis, '/postmortems', { pathname, search });
  const queries = dataOf(api).client.getQueryCache();
  return () => queries.getAll().map(({ queryKey }) => queryKey);
}

describe('prefetching', () => {
  it.each([
    [
      tab,
      '',
      [list({ entityRef }), ...unstarted({ entityRef }), ...figures, policy],
    ],
    [tab, '?status=draft', [...figures, policy]],
    ['/postmortems', '', [list({}), ...unstarted({}), policy]],
    ['/postmortems/all', '?q=dns', [policy]],
  ])('starts the queries of the screen at %s%s', async (path, search, keys) => {
    const started = openAt(path, search);
    await waitFor(() => expect(started()).toEqual(keys));
  });

  it.each([
    '/',
    '/catalog/default/component/checkout-api',
    '/catalog/default/template/checkout-api/postmortems',
    '/catalog/default/group/checkout/postmortems',
    '/docs/postmortems/all/there/is',
  ])('starts none at %s', async path => {
    const started = openAt(path);
    await import('../../data/initialQueries');
    expect(started()).toEqual([]);
  });
});
