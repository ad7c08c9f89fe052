import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../testing/fixtures';
import { ActionItemsPage } from './ActionItemsPage';

function Address() {
  const { search } = useLocation();
  return <output aria-label="address">{decodeURIComponent(search)}</output>;
}

function render(search: string) {
  const api = createFakePostmortemsApi({
    postmortems: [
      aPostmortem({
        actionItems: [
          anActionItem({ status: 'open', ownerRef: 'user:default/bob' }),
        ],
      }),
    ],
    listTrackers: async () => ({ items: [] }),
  });
  renderInTestApp(
    <>
      <Address />
      <ActionItemsPage />
    </>,
    {
      initialRouteEntries: [`/postmortems/action-items${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [catalogApiRef, catalogApiMock()],
        mockApis.permission(),
        mockApis.identity(),
      ],
    },
  );
}

const heads = () =>
  screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

async function sortBy(name: string) {
  const head = screen.getByRole('columnheader', { name });
  await userEvent.click(within(head).getByRole('button'));
}

describe('columns of action items', () => {
  it('are chosen, except that of the groups, and sort by status and owner', async () => {
    render('?groupBy=owner&columns=title,owner,status,kind');
    await screen.findByRole('columnheader', { name: 'Kind' });
    expect(heads()).toEqual(['', 'Action item', 'Status', 'Kind']);

    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    expect(screen.queryByRole('checkbox', { name: 'Owner' })).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Kind' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(heads()).toEqual(['', 'Action item', 'Status']));
    await sortBy('Status');
    const address = screen.getByLabelText('address');
    expect(address).toHaveTextContent('orderField=status,asc');

    // Without groups, the column is back.
    await userEvent.click(screen.getByRole('button', { name: 'Ungrouped' }));
    await screen.findByRole('columnheader', { name: 'Owner' });
    expect(heads()).toEqual(['', 'Action item', 'Owner', 'Status']);
    await sortBy('Owner');
    expect(address).toHaveTextContent('orderField=ownerRef,asc');
    expect(screen.getByRole('link', { name: 'bob' })).toHaveAttribute(
      'href',
      '/postmortems/action-items?ownerRef=user%3Adefault%2Fbob',
    );
  });
});
