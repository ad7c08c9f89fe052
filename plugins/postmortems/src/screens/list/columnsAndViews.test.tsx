import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { storageApiRef } from '@backstage/core-plugin-api';
import type { StorageApi } from '@backstage/core-plugin-api';
import { coreApis } from '@backstage/frontend-plugin-api';
import type { ToastApiMessage } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { AllPostmortemsPage } from './AllPostmortemsPage';

const toasts: ToastApiMessage[] = [];

function Address() {
  const { search } = useLocation();
  return <output aria-label="address">{decodeURIComponent(search)}</output>;
}

function render(storage: StorageApi, search = '') {
  toasts.length = 0;
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
        [
          coreApis.toast,
          {
            post: (toast: ToastApiMessage) => {
              toasts.push(toast);
              return { close: () => {} };
            },
          },
        ],
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

describe('saved views', () => {
  async function saveAs(name: string) {
    await press(/^Views?\b/);
    await press('Save current view');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Save current view' }),
    );
    await userEvent.click(dialog.getByRole('textbox'));
    await userEvent.paste(name);
    return dialog;
  }

  it('are saved, applied by their link, renamed and deleted with undo', async () => {
    const storage = mockApis.storage();
    render(storage, '?severity=SEV-2&orderField=title,asc');
    await screen.findByText('1 postmortem');

    await press('Views');
    expect(screen.getByText(/No saved views/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    let dialog = await saveAs('Second severity');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'View: Second severity' });

    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText },
    });
    await press('Views');
    await press('Copy link to Second severity');
    const search =
      'severity=SEV-2&orderField=title%2Casc&columns=title%2Cseverity%2Ccompliance%2Cstatus%2Centities%2Cteams%2Cowner%2Cstarted';
    expect(writeText).toHaveBeenCalledWith(
      expect.stringMatching(new RegExp(`^http.*\\?${search}$`)),
    );
    await userEvent.click(
      screen.getByRole('link', { name: 'Second severity' }),
    );
    await screen.findByText('1 postmortem');
    expect(address()).toHaveTextContent(decodeURIComponent(search));

    await press('View: Second severity');
    await press('Rename Second severity');
    dialog = within(
      await screen.findByRole('dialog', { name: 'Rename Second severity' }),
    );
    const name = dialog.getByRole('textbox');
    await userEvent.clear(name);
    await userEvent.paste('x'.repeat(61));
    expect(dialog.getByText(/61 of 60 characters/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Rename' })).toBeDisabled();
    await userEvent.clear(name);
    await userEvent.type(name, 'Minor{Enter}');
    await press('View: Minor');
    await press('Delete Minor');
    expect(await screen.findByText(/No saved views/)).toBeVisible();

    expect(toasts).toHaveLength(1);
    expect(toasts[0].title).toBe('Deleted the view “Minor”');
    const { onPress } = (toasts[0].description as JSX.Element).props;
    await act(onPress);
    expect(await screen.findByRole('link', { name: 'Minor' })).toBeVisible();
  });

  async function withViews(...views: unknown[]) {
    const storage = mockApis.storage();
    await storage.forBucket('postmortems').set('views.postmortems', [
      ...(views as { name: string; search: string }[]),
      // Ignored.
      'nonsense',
    ]);
    render(storage);
    await screen.findByText('2 postmortems');
  }

  it('have unique names, regardless of case', async () => {
    await withViews(
      { name: 'Mine', search: 'ownerRef=none' },
      { name: 'Other', search: 'status=draft' },
    );
    const dialog = await saveAs('MINE');
    expect(dialog.getByText('Replaces your view “Mine”.')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await press('View: MINE');
    expect(screen.queryByRole('link', { name: 'Mine' })).toBeNull();

    await press('Rename Other');
    const renaming = within(
      await screen.findByRole('dialog', { name: 'Rename Other' }),
    );
    await userEvent.clear(renaming.getByRole('textbox'));
    await userEvent.paste('mine');
    expect(
      renaming.getByText('You already have a view named “MINE”.'),
    ).toBeVisible();
    expect(renaming.getByRole('button', { name: 'Rename' })).toBeDisabled();
  });

  it('are limited to 50', async () => {
    await withViews(
      ...Array.from({ length: 50 }, (_, index) => ({
        name: `View ${index}`,
        search: 'severity=SEV-1',
      })),
    );
    await press('Views');
    expect(screen.getByText(/You have 50 views/)).toBeVisible();
    expect(
      screen.getByText('Save current view').closest('button'),
    ).toBeDisabled();
  });
});
