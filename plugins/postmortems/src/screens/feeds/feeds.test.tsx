import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Feed, PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { AllPostmortemsPage } from '../list/AllPostmortemsPage';

const ADDRESS = 'https://portal.example.com/api/postmortems/atom/secret.xml';

function render(overrides: Partial<PostmortemsApi>, search = '') {
  return renderInTestApp(<AllPostmortemsPage />, {
    initialRouteEntries: [`/postmortems/all${search}`],
    mountedRoutes: {
      '/postmortems': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [
        postmortemsApiRef,
        createFakePostmortemsApi({
          postmortems: [aPostmortem()],
          ...overrides,
        }),
      ],
      [catalogApiRef, catalogApiMock()],
      mockApis.permission(),
    ],
  });
}

/** A server with feeds. */
function createServer(items: Feed[] = []) {
  let feeds = items;
  return {
    listFeeds: jest.fn(async () => ({ enabled: true, items: feeds })),
    createFeed: jest.fn(async ({ body }) => {
      const createdAt = new Date().toISOString();
      const feed = { id: '7', createdAt, ...body };
      feeds = [feed, ...feeds];
      return { ...feed, url: ADDRESS };
    }),
    removeFeed: jest.fn(async ({ params }) => {
      feeds = feeds.filter(({ id }) => id !== params.feedId);
    }),
  };
}

const openMenu = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'More actions' }));

async function subscribe() {
  await openMenu();
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'Subscribe' }),
  );
  return within(
    await screen.findByRole('dialog', { name: 'Subscribe to postmortems' }),
  );
}

it('creates a feed of the team in the filter, shows its address once, and revokes it', async () => {
  const server = createServer();
  render(server, '?teamRef=group:default/checkout');
  const dialog = await subscribe();
  await userEvent.click(dialog.getByRole('button', { name: 'Create feed' }));
  expect(server.createFeed).toHaveBeenCalledWith({
    body: { teamRef: 'group:default/checkout' },
  });
  expect(await dialog.findByLabelText('Feed address')).toHaveValue(ADDRESS);
  expect(dialog.getByText(/It is not shown again/)).toBeVisible();

  const own = within(await dialog.findByRole('list', { name: 'Your feeds' }));
  expect(own.getByRole('listitem')).toHaveTextContent(
    'Postmortems of checkout',
  );
  await userEvent.click(own.getByRole('button', { name: 'Revoke: checkout' }));
  await waitFor(() =>
    expect(dialog.queryByText('Your feeds')).not.toBeInTheDocument(),
  );
  expect(server.removeFeed).toHaveBeenCalledWith({ params: { feedId: '7' } });
});

it('says why a feed was not created', async () => {
  render({
    ...createServer(),
    createFeed: async () => {
      throw refusal(400, 'InputError', 'You have 20 feeds');
    },
  });
  const dialog = await subscribe();
  expect(dialog.getByText(/filter the list by it first/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Create feed' }));
  expect(
    await dialog.findByText('The feed was not created: You have 20 feeds'),
  ).toBeVisible();
});

it('is not offered by portals without feeds', async () => {
  const listFeeds = jest.fn(async () => ({ enabled: false, items: [] }));
  render({ listFeeds });
  await screen.findByText('1 postmortem');
  expect(listFeeds).not.toHaveBeenCalled();
  await openMenu();
  await waitFor(() => expect(listFeeds).toHaveBeenCalled());
  expect(screen.getAllByRole('menuitem')).toHaveLength(1);
});
