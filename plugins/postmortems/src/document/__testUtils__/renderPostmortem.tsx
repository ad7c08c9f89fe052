import { Route, Routes, useParams } from 'react-router-dom';
import { SWRConfig } from 'swr';
import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { PermissionApi } from '@backstage/plugin-permission-react';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { PostmortemPage } from '../PostmortemPage';

function Linked() {
  const { id = '' } = useParams();
  return <PostmortemPage id={id} />;
}

const GUEST: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'guest', namespace: 'default' },
};

/** Opens PM-42 as the user guest. */
export function renderPostmortem(
  api: PostmortemsApi,
  options: {
    search?: string;
    mayEdit?: boolean;
    /** Names of permissions that the reader lacks. */
    without?: string[];
    /** Custom, possibly slow authorization. */
    authorize?: PermissionApi['authorize'];
    /** Groups of the user. */
    groups?: string[];
    /** Entities in the catalog. Default: the user. */
    entities?: Entity[];
    /** A mock to observe calls on. Default: one with `entities`. */
    catalog?: CatalogApi;
  } = {},
) {
  const { search = '', mayEdit = true, without = [] } = options;
  const { authorize, groups = [], entities = [GUEST] } = options;
  const { catalog = catalogApiMock({ entities }) } = options;
  return renderInTestApp(
    // Backstage caches permissions with SWR. With a new cache, tests don't see each other's
    // results.
    <SWRConfig value={{ provider: () => new Map() }}>
      <Routes>
        <Route path="/postmortems" element={<p>All postmortems</p>} />
        <Route path="/postmortems/:id" element={<Linked />} />
      </Routes>
    </SWRConfig>,
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
        authorize
          ? ([permissionApiRef, { authorize }] as const)
          : mockApis.permission({
              authorize: ({ permission }) =>
                mayEdit && !without.includes(permission.name)
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            }),
      ],
    },
  );
}
