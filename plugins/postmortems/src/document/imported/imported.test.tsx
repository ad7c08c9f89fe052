import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConfirmImports,
  ImportDependence,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { aPostmortem } from '../../testing/fixtures';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

const GRANTED = {
  reason: 'Same as PM-1',
  approverRef: 'user:default/cem',
  grantedAt: '2026-03-20T08:00:00Z',
};

function anImport(dependence?: ImportDependence): Postmortem {
  return aPostmortem({
    origin: 'import',
    complianceStatus: 'claimed',
    publishedAt: undefined,
    completedAt: undefined,
    imported: {
      by: 'user:default/ben',
      at: '2026-03-20T08:00:00Z',
      source: 'wiki',
      claims: {
        publication: { at: '2026-03-14T15:00:00Z' },
        waiver: GRANTED,
        extension: { ...GRANTED, dueAt: '2026-04-01T10:00:00Z' },
        acknowledgement: {
          ownerRef: 'user:default/ana.silva',
          at: '2026-03-13T15:00:00Z',
        },
        meeting: { heldAt: '2026-03-13T16:00:00Z' },
      },
      dependence,
    },
  });
}

const notice = () =>
  screen.findByRole('region', { name: 'Unconfirmed import' });

describe('an imported postmortem', () => {
  it('shows its claims, which someone independent confirms', async () => {
    const bodies: ConfirmImports[] = [];
    const { api, change } = createFakeServer(anImport(), {
      confirmImports: async ({ body }) => {
        bodies.push(body);
        change(before => ({
          ...before,
          complianceStatus: 'met',
          publishedAt: '2026-03-14T15:00:00Z',
          imported: {
            ...before.imported!,
            confirmedBy: 'user:default/guest',
            confirmedAt: '2026-03-21T08:00:00Z',
          },
        }));
        return { results: [{ id: 'PM-42' }] };
      },
    });
    renderPostmortem(api);

    const card = await notice();
    expect(card).toHaveTextContent(/Imported from wiki by ben/);
    expect(
      within(card)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(/^Published on Mar 14/),
      'Waived by cem: Same as PM-1',
      expect.stringMatching(/^Extended to Apr 1.* by cem: Same as PM-1/),
      expect.stringMatching(/^Acknowledged by ana.silva on Mar 13/),
      expect.stringMatching(/^Review meeting held on Mar 13/),
    ]);
    expect(
      screen.getByText('(acknowledged, according to the import)'),
    ).toBeVisible();
    expect(screen.queryByText('Acknowledged by the owner')).toBeNull();
    expect(screen.getByText('Unconfirmed')).toBeVisible();

    await userEvent.click(
      await within(card).findByRole('button', { name: 'Confirm' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Confirm import of PM-42',
    });
    await userEvent.type(
      within(dialog).getByRole('textbox'),
      'Read it in the wiki',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Confirm' }),
    );
    expect(await screen.findByText('Met')).toBeVisible();
    expect(bodies).toEqual([
      { items: [{ id: 'PM-42', revision: 1 }], reason: 'Read it in the wiki' },
    ]);
    expect(
      screen.queryByRole('region', { name: 'Unconfirmed import' }),
    ).toBeNull();
    expect(screen.getByText(/^Imported from/)).toHaveTextContent(
      /Confirmed by guest/,
    );
  });

  it('keeps the dialog open with the reason of a refusal', async () => {
    const { api } = createFakeServer(anImport(), {
      confirmImports: async () => ({
        results: [
          {
            id: 'PM-42',
            error: { name: 'NotAllowedError', message: 'you imported it' },
          },
        ],
      }),
    });
    renderPostmortem(api);
    await userEvent.click(
      await within(await notice()).findByRole('button', { name: 'Confirm' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Confirm' }),
    );
    expect(await within(dialog).findByText('you imported it')).toBeVisible();
  });

  it.each([
    [
      'importer',
      'You imported this postmortem, so someone else has to confirm the import.',
    ],
    ['author', /^You wrote most of the text/],
  ] as const)('says who has to confirm it to the %s', async (who, text) => {
    const { api } = createFakeServer(anImport(who));
    renderPostmortem(api);
    const card = await notice();
    expect(await within(card).findByText(text)).toBeVisible();
    expect(within(card).queryByRole('button')).toBeNull();
  });

  it('marks people and services that are no longer in the catalog', async () => {
    const user = (name: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name, namespace: 'default' },
    });
    const { api } = createFakeServer({
      ...anImport('importer'),
      commanderRef: 'user:default/zoe',
    });
    renderPostmortem(api, { entities: [user('ana.silva'), user('ben')] });
    const people = await screen.findByRole('region', { name: 'People' });
    await within(people).findByText('(no longer in the catalog)');
    const gone = screen
      .getAllByText('(no longer in the catalog)')
      .map(note => note.previousSibling?.textContent);
    expect(new Set(gone)).toEqual(new Set(['checkout-api', 'zoe', 'cem']));
  });
});
