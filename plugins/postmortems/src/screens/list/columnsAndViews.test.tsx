import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { storageApiRef } from '@backstage/core-plugin-api';
import type { StorageApi } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { AllPostmortemsPage } from './AllPostmortemsPage';

function Address() {
  const { search } = useLocation();
  return <output aria-label="address">{decodeURIComponent(search)}</output>;
}

function render(storage: StorageApi, search = '') {
  return renderInTestApp(
    <>
      <Address />
      <AllPostmortemsPage />
    </>,
    {
      initialRouteEntries: [`/postmortems/all${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [
          postmortemsApiRef,
          createFakePostmortemsApi({
            postmortems: [
              aPostmortem({ id: 'PM-1', labels: ['dns', 'cache'] }),
              aPostmortem({ id: 'PM-2', severity: 'SEV-2' }),
            ],
          }),
        ],
        [catalogApiRef, catalogApiMock()],
        [storageApiRef, storage],
        mockApis.permission(),
      ],
    },
  );
}

const heads = () =>
  screen.getAllByRole('columnheader').map(head => head.textContent);
const address = () => screen.getByLabelText('address');
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const DEFAULT = [
  'Postmortem',
  'Severity',
  'Compliance',
  'Status',
  'Affected',
  'Team',
  'Owner',
  'Incident',
];

describe('columns', () => {
  it('are chosen by keyboard, remembered, and reset', async () => {
    const storage = mockApis.storage();
    const { unmount } = render(storage);
    await screen.findByText('2 postmortems');
    expect(heads()).toEqual(DEFAULT);

    screen.getByRole('button', { name: 'Columns' }).focus();
    await userEvent.keyboard('{Enter}');
    const menu = within(screen.getByRole('dialog', { name: 'Columns' }));
    expect(menu.queryByRole('checkbox', { name: 'Postmortem' })).toBeNull();
    menu.getByRole('checkbox', { name: 'Team' }).focus();
    await userEvent.keyboard(' ');
    await userEvent.click(menu.getByRole('checkbox', { name: 'Labels' }));
    await userEvent.keyboard('{Escape}');
    const chosen = [...DEFAULT.filter(name => name !== 'Team'), 'Labels'];
    await waitFor(() => expect(heads()).toEqual(chosen));
    expect(screen.getByRole('link', { name: 'dns' })).toHaveAttribute(
      'href',
      '/postmortems/all?label=dns',
    );
    unmount();

    render(storage);
    await screen.findByText('2 postmortems');
    await waitFor(() => expect(heads()).toEqual(chosen));
    await press('Columns');
    await press('Reset to default');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(heads()).toEqual(DEFAULT));
    expect(
      storage.forBucket('postmortems').snapshot('columns.postmortems').presence,
    ).toBe('absent');
  });

  it('follow a link, and changing them there changes the link only', async () => {
    const storage = mockApis.storage();
    render(storage, '?columns=title,owner,bogus&severity=SEV-2');
    await screen.findByText('1 postmortem');
    expect(heads()).toEqual(['Postmortem', 'Owner']);

    await press('Columns');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Owner' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(heads()).toEqual(['Postmortem']));
    expect(address()).toHaveTextContent(/columns=title.*severity=SEV-2/);
    expect(
      storage.forBucket('postmortems').snapshot('columns.postmortems').presence,
    ).toBe('absent');
  });

  it('that could not be saved are reported and taken back', async () => {
    const storage = mockApis.storage();
    const bucket = storage.forBucket('postmortems');
    jest.spyOn(storage, 'forBucket').mockReturnValue(bucket);
    jest.spyOn(bucket, 'set').mockRejectedValue(new Error('Storage is full'));
    render(storage);
    await screen.findByText('2 postmortems');
    await press('Columns');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Team' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "Couldn't save the columns: Storage is full",
    );
    expect(screen.getByRole('checkbox', { name: 'Team' })).toBeChecked();
  });
});
