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

import { Route, Routes } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { PostmortemPage } from '../PostmortemPage';

/** Opens the page of PM-42 as the user guest. */
export function renderPostmortem(
  api: PostmortemsApi,
  options: {
    search?: string;
    mayEdit?: boolean;
    /** Permissions by name that the reader lacks. */
    without?: string[];
    /** The groups that the user is in. */
    groups?: string[];
    /** What is in the catalog. */
    entities?: Entity[];
    /** A catalog that is watched. */
    catalog?: CatalogApi;
  } = {},
) {
  const { search = '', mayEdit = true, without = [] } = options;
  const { groups = [], entities } = options;
  const { catalog = catalogApiMock({ entities }) } = options;
  return renderInTestApp(
    <Routes>
      <Route path="/postmortems" element={<p>All postmortems</p>} />
      <Route path="/postmortems/:id" element={<PostmortemPage />} />
    </Routes>,
    {
      initialRouteEntries: [`/postmortems/PM-42${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [catalogApiRef, catalog],
        mockApis.identity({
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest', ...groups],
        }),
        mockApis.permission({
          authorize: ({ permission }) =>
            mayEdit && !without.includes(permission.name)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }),
      ],
    },
  );
}
