import {
  mockApis as newMockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  MockAnalyticsApi,
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { analyticsApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import searchPlugin from '@backstage/plugin-search/alpha';
import type { SearchResultSet } from '@backstage/plugin-search-common';
import { SearchResult, searchApiRef } from '@backstage/plugin-search-react';
import type { PostmortemSearchDocument } from 'backstage-plugin-postmortems-common';
import postmortemsPlugin, { postmortemsApiRef } from '..';
import { PostmortemSearchResultListItem, PostmortemsPage } from '../legacy';
import { createFakePostmortemsApi } from '../testing/fakePostmortemsApi';
import { aPostmortem } from '../testing/fixtures';

const document: PostmortemSearchDocument = {
  title: 'PM-42 Checkout returned 500s',
  text: 'A certificate expired',
  // The portal may have mounted the page elsewhere.
  location: '/outdated/PM-42',
  postmortemId: 'PM-42',
  severity: 'SEV-2',
  governingSeverity: 'SEV-1',
  status: 'in-review',
  startedAt: '2025-03-10T09:14:00.000Z',
  entityRefs: [],
  teamRefs: [],
  labels: [],
  authorization: { resourceRef: 'PM-42' },
};

const found: SearchResultSet = {
  results: [
    {
      type: 'postmortems',
      document,
      rank: 1,
      highlight: {
        preTag: '<x>',
        postTag: '</x>',
        fields: { text: 'A <x>certificate</x> expired' },
      },
    },
    {
      type: 'postmortems',
      document: { title: 'All of them', text: '', location: '/postmortems/' },
    },
  ],
};

const api = createFakePostmortemsApi({
  postmortems: [aPostmortem({ id: 'PM-42', title: 'Checkout returned 500s' })],
});
const searchApi = { query: async () => found };

/** Checks the result and follows its link. */
async function readResult() {
  const link = await screen.findByRole('link', {
    name: 'PM-42 Checkout returned 500s',
  });
  expect(link).toHaveAttribute('href', '/postmortems/PM-42');
  const item = within(link.closest('li')!);
  expect(item.getByText('certificate').tagName).toBe('MARK');
  expect(item.getByText('SEV-1')).toBeInTheDocument();
  expect(item.getByText('In review')).toBeInTheDocument();
  expect(item.getByText('Mar 10, 2025')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'All of them' })).toHaveAttribute(
    'href',
    '/postmortems/',
  );
  await userEvent.click(link);
  expect(
    await screen.findByRole('heading', { name: /Checkout returned 500s/ }),
  ).toBeInTheDocument();
}

it('shows postmortems in the search of the new frontend system', async () => {
  renderTestApp({
    features: [postmortemsPlugin, searchPlugin],
    initialRouteEntries: ['/search?query=certificate'],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [postmortemsApiRef, api],
      [searchApiRef, searchApi],
      [catalogApiRef, catalogApiMock()],
      newMockApis.permission(),
    ],
  });
  expect(
    await screen.findByRole('button', { name: /Postmortems/ }),
  ).toBeInTheDocument();
  await readResult();
});

it('shows postmortems in the search of the old frontend system', async () => {
  const analytics = new MockAnalyticsApi();
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [postmortemsApiRef, api],
        [searchApiRef, searchApi],
        [catalogApiRef, catalogApiMock()],
        [permissionApiRef, mockApis.permission()],
        [identityApiRef, mockApis.identity()],
        [analyticsApiRef, analytics],
      ]}
    >
      <FlatRoutes>
        <Route path="/postmortems" element={<PostmortemsPage />} />
        <Route
          path="/search"
          element={
            <SearchResult query={{ term: 'certificate' }}>
              <PostmortemSearchResultListItem />
            </SearchResult>
          }
        />
      </FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: ['/search'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await readResult();
  const clicks = analytics
    .getEvents()
    .filter(({ action }) => ['click', 'discover'].includes(action));
  expect(clicks).toMatchObject([
    { action: 'discover', subject: document.title, value: 1 },
  ]);
});
