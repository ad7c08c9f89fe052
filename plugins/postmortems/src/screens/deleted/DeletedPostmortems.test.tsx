import { useState } from 'react';
import type { ReactNode } from 'react';
import { coreApis } from '@backstage/frontend-plugin-api';
import type { ToastApiMessage } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  DeletedPostmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { PostmortemsRoutes } from '../../app/page/PostmortemsRoutes';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { aDraft } from '../../document/__testUtils__/aDraft';
import { createFakeServer } from '../../document/__testUtils__/fakeServer';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { AllPostmortemsPage } from '../list/AllPostmortemsPage';

jest.setTimeout(30_000);

const deleted: DeletedPostmortem = {
  id: 'PM-42',
  title: 'Checkout returned 500s',
  governingSeverity: 'SEV-1',
  visibility: 'internal',
  startedAt: '2026-03-10T09:14:00Z',
  complianceStatus: 'overdue',
  teamRefs: ['group:default/checkout'],
  entityRefs: ['component:default/checkout-api'],
  deletedAt: '2026-03-12T09:14:00Z',
  deletedBy: 'user:default/ana',
  reason: 'Started twice',
  successorId: 'PM-57',
  merged: false,
  purgeAt: '2026-06-10T09:14:00Z',
};

let show: (toast: ReactNode) => void = () => {};

/** Shows toasts immediately; the portal animates them, which jsdom can't. */
function Toasts() {
  const [toast, setToast] = useState<ReactNode>();
  show = setToast;
  return <>{toast}</>;
}

function Address() {
  return <output aria-label="address">{useLocation().pathname}</output>;
}

function render(overrides: Partial<PostmortemsApi>, path = '') {
  const draft = aDraft();
  const list = createFakePostmortemsApi({
    postmortems: [draft],
    ...overrides,
  });
  const { api } = createFakeServer(draft, {
    listPostmortems: list.listPostmortems,
    listIncidents: list.listIncidents,
    getPolicy: list.getPolicy,
    ...overrides,
  });
  return renderInTestApp(
    <>
      <Routes>
        <Route
          path="/postmortems/*"
          element={
            <PostmortemsRoutes
              subPages={[
                { path: 'all', title: 'All', element: <AllPostmortemsPage /> },
              ]}
            />
          }
        />
      </Routes>
      <Address />
      <Toasts />
    </>,
    {
      initialRouteEntries: [`/postmortems${path}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [
          coreApis.toast,
          {
            post: ({ title, description }: ToastApiMessage) => {
              show(
                <div>
                  <p>{title}</p>
                  {description}
                </div>,
              );
              return { close() {} };
            },
          },
        ],
        [catalogApiRef, catalogApiMock()],
        mockApis.identity({ userEntityRef: 'user:default/guest' }),
        mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
      ],
    },
  );
}

it('asks for a reason, shows the replacement, and undoes it', async () => {
  const deletePostmortem = jest.fn();
  const restorePostmortem = jest.fn();
  render(
    {
      deletePostmortem: async input => {
        deletePostmortem(input);
        return deleted;
      },
      restorePostmortem: async input => {
        restorePostmortem(input);
        return aPostmortem({ id: 'PM-42' });
      },
    },
    '/PM-42',
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'More actions' }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'Delete' }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('The incident still needs a postmortem.');
  const button = within(dialog).getByRole('button', { name: 'Delete' });
  expect(button).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Twice');
  await userEvent.click(button);

  expect(
    await screen.findByText('PM-42 was deleted and replaced by PM-57.'),
  ).toBeVisible();
  expect(deletePostmortem).toHaveBeenCalledWith(
    expect.objectContaining({
      params: { id: 'PM-42' },
      body: { reason: 'Twice' },
    }),
  );
  expect(screen.getByLabelText('address')).toHaveTextContent(
    '/postmortems/all',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '/postmortems/PM-42',
    ),
  );
  expect(restorePostmortem).toHaveBeenCalledWith({
    params: { id: 'PM-42' },
    body: {},
  });
});

it('lists deleted postmortems from the menu of the list, and restores one', async () => {
  const answers = [
    async () => {
      throw refusal(409, 'ConflictError', 'PM-57 replaced PM-42');
    },
    async () => aPostmortem({ id: 'PM-42' }),
  ];
  render({
    listDeletedPostmortems: async () => ({
      items: [
        deleted,
        {
          ...deleted,
          id: 'PM-7',
          title: undefined,
          purgedAt: '2026-06-10T09:14:00Z',
        },
      ],
      totalItems: 2,
      pageInfo: {},
    }),
    restorePostmortem: async () => answers.shift()!(),
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'More actions' }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'Recently deleted' }),
  );
  const table = await screen.findByRole('table', { name: 'Recently deleted' });
  await within(table).findByText(/PM-42 Checkout returned 500s/);
  expect(table).toHaveTextContent('by ana: Started twice');
  expect(within(table).getAllByRole('link', { name: 'PM-57' })).toHaveLength(2);
  expect(table).toHaveTextContent('Text purged');
  expect(
    within(table).queryByRole('button', { name: 'Restore PM-7' }),
  ).toBeNull();

  const restore = within(table).getByRole('button', { name: 'Restore PM-42' });
  await userEvent.click(restore);
  expect(await screen.findByText('PM-57 replaced PM-42')).toBeVisible();
  await userEvent.click(restore);
  await waitFor(() =>
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '/postmortems/PM-42',
    ),
  );
});

it('explains a missing permission', async () => {
  render(
    {
      listDeletedPostmortems: async () => {
        throw refusal(403, 'NotAllowedError', 'postmortem.delete');
      },
    },
    '/deleted',
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'This page requires the permission postmortem.delete',
  );
});

it('redacts text, with a reason', async () => {
  const redactPostmortem = jest.fn();
  render(
    {
      redactPostmortem: async input => {
        redactPostmortem(input);
        return {
          id: 'PM-42',
          redactedAt: '2026-03-12T09:14:00Z',
          places: [
            { place: 'sections', occurrences: 2 },
            { place: 'history', occurrences: 3 },
          ],
        };
      },
    },
    '/PM-42',
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'More actions' }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'Redact' }),
  );
  const dialog = await screen.findByRole('dialog');
  const button = within(dialog).getByRole('button', { name: 'Redact' });
  await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Leaked');
  await userEvent.type(within(dialog).getByLabelText(/Text to remove/), 'abc');
  expect(button).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText(/Text to remove/), 'd');
  await userEvent.click(button);
  expect(
    await within(dialog).findByText('Redacted 5 occurrences.'),
  ).toBeVisible();
  expect(redactPostmortem).toHaveBeenCalledWith({
    params: { id: 'PM-42' },
    body: { text: 'abcd', reason: 'Leaked' },
  });
});
