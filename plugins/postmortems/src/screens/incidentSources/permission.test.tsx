import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { incidentSourceManagePermission } from 'backstage-plugin-postmortems-common';
import postmortemsPlugin, { postmortemsApiRef } from '../..';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';

// A separate file, because the portal caches permissions.
it('without permission there is no tab, and the page explains why', async () => {
  renderTestApp({
    features: [postmortemsPlugin],
    initialRouteEntries: ['/postmortems/incident-sources'],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [postmortemsApiRef, createFakePostmortemsApi()],
      [catalogApiRef, catalogApiMock()],
      mockApis.permission({
        authorize: ({ permission }) =>
          permission.name === incidentSourceManagePermission.name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    ],
  });

  expect(await screen.findByText("You don't have access")).toBeInTheDocument();
  expect(
    screen.getByText(/requires the permission incident-source.manage/),
  ).toBeInTheDocument();
  const tabs = await screen.findAllByRole('tab');
  expect(tabs.map(tab => tab.textContent)).toEqual([
    'Postmortems',
    'Action items',
    'Compliance',
    'Insights',
  ]);
});
