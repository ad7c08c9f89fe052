import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { anActionItem } from '../../testing/fixtures';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.mock('../editor/MarkdownEditor', () =>
  jest.requireActual('../__testUtils__/MarkdownEditor'),
);
jest.setTimeout(60_000);

function aUser(name: string, groups: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  };
}

const PEOPLE = [
  aUser('grace', ['payments']),
  aUser('ana', ['checkout']),
  aUser('ray', ['security']),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default' },
  },
];

function open(overrides: Partial<Postmortem> = {}) {
  const draft = aDraft({
    visibility: 'restricted',
    ownerRef: 'user:default/guest',
    ownerAcknowledgedAt: '2026-03-13T08:00:00Z',
    teamRefs: ['group:default/checkout'],
    commanderRef: undefined,
    contributors: [],
    actionItems: [
      anActionItem({
        id: 'PM-42/A1',
        ownerRef: 'user:default/grace',
        status: 'open',
      }),
    ],
    ...overrides,
  });
  const server = createFakeServer({
    ...draft,
    review: { ...draft.review, reviewerRefs: ['group:default/security'] },
  });
  const catalog = catalogApiMock({ entities: PEOPLE });
  const lookUp = jest.spyOn(catalog, 'getEntitiesByRefs');
  renderPostmortem(server.api, { search: '?edit=true', catalog });
  /** Whether the catalog was asked for someone's groups. */
  const isLookedUp = (ref: string) =>
    lookUp.mock.calls.some(
      ([{ entityRefs, fields }]) =>
        entityRefs.includes(ref) && fields?.includes('relations'),
    );
  return {
    isLookedUp,
    /** Waits until the catalog has answered for someone's groups. */
    async lookedUp(ref: string) {
      await waitFor(() => expect(isLookedUp(ref)).toBe(true));
      await act(async () => {
        await Promise.all(lookUp.mock.results.map(({ value }) => value));
      });
    },
  };
}

/** Selects a person in a field. */
async function choose(field: HTMLElement, name: string) {
  await userEvent.click(field);
  fireEvent.change(field, { target: { value: name } });
  fireEvent.click(
    await screen.findByRole('option', { name: new RegExp(name) }),
  );
  await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
}

async function dialogOf(button: string) {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return screen.findByRole('dialog');
}

describe('on a restricted postmortem', () => {
  it('assigning an owner warns about access, unless they have it', async () => {
    const { lookedUp } = open();
    const dialog = await dialogOf('Change owner');
    const field = within(dialog).getByRole('textbox', { name: /Owner/ });
    // A member of an owning team and one of a reviewing team.
    for (const name of ['ana', 'ray']) {
      await choose(field, name);
      await lookedUp(`user:default/${name}`);
      expect(within(dialog).queryByText(/This gives .* access/)).toBeNull();
    }
    await choose(field, 'grace');
    expect(
      await within(dialog).findByText(
        'This gives grace access to this restricted postmortem.',
      ),
    ).toBeInTheDocument();
  });

  it('adding reviewers warns about access, also for groups', async () => {
    open();
    const dialog = await dialogOf('Edit reviewers');
    await choose(within(dialog).getByRole('textbox'), 'payments');
    expect(
      await within(dialog).findByText(
        'This gives members of payments access to this restricted postmortem.',
      ),
    ).toBeInTheDocument();
  });

  it('adding contributors warns about access', async () => {
    open();
    const dialog = await dialogOf('Edit people');
    await choose(
      within(dialog).getByRole('textbox', { name: /Incident commander/ }),
      'grace',
    );
    expect(
      await within(dialog).findByText(/^This gives grace access/),
    ).toBeInTheDocument();
  });

  it('assigning work warns that they cannot see it', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add action item' }),
    );
    const form = screen.getByRole('form', { name: 'Add action item' });
    await userEvent.click(within(form).getByRole('checkbox'));
    await choose(within(form).getByRole('textbox', { name: /Owner/ }), 'grace');
    expect(
      await within(form).findByText(
        "grace can't see this restricted postmortem. Add them as a contributor to give them access.",
      ),
    ).toBeInTheDocument();
  });

  it('inviting someone to the meeting warns too', async () => {
    open();
    const plan = await dialogOf('Schedule meeting');
    await choose(
      within(plan).getByRole('textbox', { name: 'Attendees' }),
      'grace',
    );
    expect(
      await within(plan).findByText(/^grace can't see this restricted/),
    ).toBeInTheDocument();
  });
});

describe('on a postmortem for everyone', () => {
  it('nothing is shown until it becomes restricted', async () => {
    const { isLookedUp } = open({ visibility: 'internal' });
    const owner = await dialogOf('Change owner');
    await choose(
      within(owner).getByRole('textbox', { name: /Owner/ }),
      'grace',
    );
    expect(isLookedUp('user:default/grace')).toBe(false);
    expect(within(owner).queryByText(/restricted/)).toBeNull();
    await userEvent.click(
      within(owner).getByRole('button', { name: 'Cancel' }),
    );

    const facts = await dialogOf('Edit title, outcome, visibility and labels');
    await userEvent.click(
      within(facts).getByRole('radio', { name: 'Restricted' }),
    );
    expect(
      await within(facts).findByText(/^grace can't see this restricted/),
    ).toBeInTheDocument();
  });
});
