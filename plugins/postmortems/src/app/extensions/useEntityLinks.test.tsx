import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { rootRouteRef } from '../../routes';
import { usePostmortemsLink, useStartLink } from './useEntityLinks';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api', namespace: 'default' },
};

function Links() {
  const start = useStartLink();
  const list = usePostmortemsLink();
  return (
    <>
      <a href={start.href} aria-disabled={start.disabled}>
        {start.title}
      </a>
      <a href={list.href}>{list.label}</a>
    </>
  );
}

const ENTITY_REF = encodeURIComponent('component:default/checkout-api');

it('link to the form and the list; without permission only to the list', async () => {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <Links />
    </EntityProvider>,
    {
      mountedRoutes: { '/incident-reviews': rootRouteRef },
      apis: [mockApis.permission({ authorize: () => AuthorizeResult.DENY })],
    },
  );
  const start = await screen.findByRole('link', { name: 'Start postmortem' });
  expect(start).toHaveAttribute(
    'href',
    `/incident-reviews/new?entityRef=${ENTITY_REF}`,
  );
  expect(start).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('link', { name: 'Postmortems' })).toHaveAttribute(
    'href',
    `/incident-reviews/all?entityRef=${ENTITY_REF}`,
  );
});
