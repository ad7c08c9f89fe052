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
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import {
  EntityPostmortemInsightsCard,
  EntityPostmortemsContent,
  HomePagePostmortems,
  PostmortemsPage,
  isPostmortemsAvailable,
  postmortemsPlugin,
} from '../../legacy';

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
        <Route
          path="/overview"
          element={
            <EntityProvider entity={component}>
              <EntityPostmortemInsightsCard />
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
  it('has the page with tabs, and postmortems without', async () => {
    await render('/postmortems');
    const link = await screen.findByRole('link', { name: /^PM-42/ });
    await userEvent.click(screen.getByRole('tab', { name: 'Compliance' }));
    expect(await screen.findByText('Overall')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Insights' }));
    expect(
      await screen.findByRole('region', { name: 'Incidents' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Postmortems' }));
    await userEvent.click(
      await screen.findByRole('link', { name: link.textContent! }),
    );
    expect(
      await screen.findByRole('heading', { name: /Checkout returned 500s/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('has the entity tab for the same kinds', async () => {
    await render('/entity');
    expect(
      await screen.findByRole('link', { name: /^PM-42/ }),
    ).toBeInTheDocument();
    expect(isPostmortemsAvailable(component)).toBe(true);
    expect(isPostmortemsAvailable({ ...component, kind: 'Location' })).toBe(
      false,
    );
  });

  it('has the card with insights', async () => {
    await render('/overview');
    expect(
      await screen.findByRole('link', { name: '16 incidents' }),
    ).toHaveAttribute('href', expect.stringMatching(/^\/postmortems\/all\?/));
  });

  it('has the home page card', async () => {
    await render('/home');
    expect(
      await screen.findByText('My postmortems and action items'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/You have no postmortems/),
    ).toBeInTheDocument();
  });

  it('provides the API', () => {
    expect([...postmortemsPlugin.getApis()].map(({ api }) => api)).toEqual([
      postmortemsApiRef,
    ]);
  });
});
