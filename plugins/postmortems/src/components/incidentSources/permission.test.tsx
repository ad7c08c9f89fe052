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

import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { incidentSourceManagePermission } from 'backstage-plugin-postmortems-common';
import postmortemsPlugin, { postmortemsApiRef } from '../..';
import { createFakePostmortemsApi } from '../../testing';

// A file of its own, as the portal remembers permissions for a while.
it('Who may not manage incident sources has no tab for them, and is told why at the address', async () => {
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

  expect(
    await screen.findByText('This page is for operators'),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/takes the permission incident-source.manage/),
  ).toBeInTheDocument();
  const tabs = await screen.findAllByRole('tab');
  expect(tabs.map(tab => tab.textContent)).toEqual([
    'Postmortems',
    'Action items',
    'Compliance',
  ]);
});
