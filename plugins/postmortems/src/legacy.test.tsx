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

import {
  renderInTestApp,
  TestApiProvider,
  mockApis,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { identityApiRef } from '@backstage/core-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { postmortemsApiRef } from './api';
import {
  EntityPostmortemsContent,
  HomePagePostmortems,
  PostmortemsPage,
  isPostmortemsAvailable,
  postmortemsPlugin,
} from './legacy';
import { aPostmortem, createFakePostmortemsApi } from './testing';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api', namespace: 'default' },
};

function render(path: string) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [
          postmortemsApiRef,
          createFakePostmortemsApi({ postmortems: [aPostmortem()] }),
        ],
        [catalogApiRef, catalogApiMock({ entities: [component] })],
        [permissionApiRef, mockApis.permission()],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/guest' }),
        ],
      ]}
    >
      <FlatRoutes>
        <Route path="/postmortems" element={<PostmortemsPage />} />
        <Route path="/home" element={<HomePagePostmortems />} />
        <Route
          path="/entity"
          element={
            <EntityProvider entity={component}>
              <EntityPostmortemsContent />
            </EntityProvider>
          }
        />
      </FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('the old frontend system', () => {
  it('has the page with its tabs, and a postmortem without them', async () => {
    await render('/postmortems');
    const link = await screen.findByRole('link', { name: /^PM-42/ });
    await userEvent.click(screen.getByRole('tab', { name: 'Compliance' }));
    expect(await screen.findByText('Overall')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Postmortems' }));
    await userEvent.click(
      await screen.findByRole('link', { name: link.textContent! }),
    );
    expect(
      await screen.findByRole('heading', { name: /Checkout returned 500s/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('has the content of the entity tab, for the same kinds', async () => {
    await render('/entity');
    expect(
      await screen.findByRole('link', { name: /^PM-42/ }),
    ).toBeInTheDocument();
    expect(isPostmortemsAvailable(component)).toBe(true);
    expect(isPostmortemsAvailable({ ...component, kind: 'Location' })).toBe(
      false,
    );
  });

  it('has the card for the home page', async () => {
    await render('/home');
    expect(
      await screen.findByText('My postmortems and action items'),
    ).toBeInTheDocument();
    expect(await screen.findByText(/is waiting for you/)).toBeInTheDocument();
  });

  it('brings the API', () => {
    expect([...postmortemsPlugin.getApis()].map(({ api }) => api)).toEqual([
      postmortemsApiRef,
    ]);
  });
});
