import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  ActionItem,
  Postmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem, anActionItem } from '../../testing/fixtures';
import { TeamPostmortems } from './TeamPostmortems';

const inDays = (days: number) =>
  DateTime.utc().plus({ days, hours: 1 }).toISO();

function aGroup(name: string, children: string[] = []): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    relations: children.map(child => ({
      type: 'parentOf',
      targetRef: `group:default/${child}`,
    })),
  };
}

const users = ['ana.silva', 'bo.chen'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {},
}));

/** An unfinished postmortem of a team, due in so many days. */
function owed(
  number: number,
  team: string,
  days: number,
  more: Partial<Postmortem> = {},
): Postmortem {
  return aPostmortem({
    id: `PM-${number}`,
    title: `Incident ${number}`,
    teamRefs: [`group:default/${team}`],
    status: 'draft',
    publishedAt: undefined,
    completedAt: undefined,
    dueAt: inDays(days),
    complianceStatus: days < 0 ? 'overdue' : 'on-track',
    ...more,
  });
}

function item(id: string, days: number, more: Partial<ActionItem> = {}) {
  return anActionItem({
    id,
    title: `Task ${id}`,
    dueAt: inDays(days),
    overdue: days < 0,
    ...more,
  });
}

/** A department with two teams, one with overdue work. */
function content(): Postmortem[] {
  return [
    owed(1, 'edge', -4, {
      ownerRef: undefined,
      actionItems: [
        item('PM-1/A1', -9),
        item('PM-1/A2', 3),
        item('PM-1/A3', 90),
        item('PM-1/A4', -2, { status: 'done', overdue: false }),
      ],
    }),
    owed(2, 'network', 5),
    owed(3, 'network', 60),
    aPostmortem({ id: 'PM-4', teamRefs: ['group:default/infra'] }),
    owed(9, 'elsewhere', -1),
  ];
}

const subTeams = {
  'group:default/infra': ['group:default/edge', 'group:default/network'],
};

function render(entity: Entity, api: PostmortemsApi, search = '') {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <TeamPostmortems />
    </EntityProvider>,
    {
      initialRouteEntries: [`/tab${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: users })],
        mockApis.identity({ userEntityRef: 'user:default/guest' }),
        mockApis.permission(),
      ],
    },
  );
}

const panel = (name: string) => screen.findByRole('region', { name });

describe("a team's tab", () => {
  it('shows overdue work with owners and what is due next, sub-teams included', async () => {
    const postmortems = content();
    render(
      aGroup('infra', ['edge', 'network']),
      createFakePostmortemsApi({ postmortems, subTeams }),
    );

    const overdue = within(await panel('Overdue postmortems'));
    expect(await overdue.findByText('Incident 1')).toBeInTheDocument();
    expect(overdue.getAllByRole('listitem')).toHaveLength(1);
    expect(overdue.getByText('No owner')).toBeInTheDocument();
    expect(overdue.getByRole('link', { name: 'View all 1' })).toHaveAttribute(
      'href',
      '/postmortems/all?teamRef=group%3Adefault%2Finfra&subTeams=include&complianceStatus=overdue&orderField=dueAt%2Casc',
    );

    const items = within(await panel('Overdue action items'));
    expect(await items.findByText('Task PM-1/A1')).toBeInTheDocument();
    expect(items.getAllByRole('listitem')).toHaveLength(1);
    expect(items.getByRole('link', { name: 'ana.silva' })).toBeInTheDocument();
    expect(items.getByText('Overdue 8 d')).toBeInTheDocument();

    const soon = within(await panel('Postmortems due within 7 days'));
    expect(await soon.findByText('Incident 2')).toBeInTheDocument();
    expect(soon.getAllByRole('listitem')).toHaveLength(1);
    const soonItems = within(await panel('Action items due within 7 days'));
    expect(await soonItems.findByText('Task PM-1/A2')).toBeInTheDocument();
    expect(soonItems.getAllByRole('listitem')).toHaveLength(1);
  });

  it('shows unresolved incidents, oldest first', async () => {
    const unresolved = { resolvedAt: undefined, dueAt: undefined } as const;
    render(
      aGroup('edge'),
      createFakePostmortemsApi({
        postmortems: [
          owed(1, 'edge', -4),
          owed(6, 'edge', 1, {
            ...unresolved,
            startedAt: '2026-03-12T09:14:00Z',
          }),
          owed(7, 'edge', 1, {
            ...unresolved,
            startedAt: '2026-03-02T09:14:00Z',
          }),
        ],
      }),
    );
    const unresolvedPanel = within(await panel('Unresolved incidents'));
    expect(await unresolvedPanel.findByText('Incident 7')).toBeInTheDocument();
    const [oldest] = unresolvedPanel.getAllByRole('listitem');
    expect(oldest).toHaveTextContent(/Incident 7.*started/);
    expect(
      unresolvedPanel.getByRole('link', { name: 'View all 2' }),
    ).toHaveAttribute(
      'href',
      '/postmortems/all?teamRef=group%3Adefault%2Fedge&resolved=false&orderField=startedAt%2Casc',
    );
  });

  it('excludes sub-teams on request, and shows what is due next', async () => {
    const postmortems = [...content(), owed(5, 'infra', 30)];
    render(
      aGroup('infra', ['edge', 'network']),
      createFakePostmortemsApi({ postmortems, subTeams }),
    );
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Include sub-teams' }),
    );

    const overdue = await panel('Overdue postmortems');
    await waitFor(() =>
      expect(overdue).toHaveTextContent(
        'No overdue postmortems. Next: PM-5 Incident 5, due in 30 d.',
      ),
    );
    await waitFor(async () =>
      expect(await panel('Overdue action items')).toHaveTextContent(
        'No overdue action items. No open action items.',
      ),
    );
    expect(screen.queryByRole('table', { name: 'By team' })).toBeNull();
  });

  it('compares teams, and opens one to show overdue work', async () => {
    render(
      aGroup('infra', ['edge', 'network']),
      createFakePostmortemsApi({ postmortems: content(), subTeams }),
    );
    const table = within(await screen.findByRole('table', { name: 'By team' }));
    const edge = await table.findByRole('row', { name: /edge/ });
    // Most overdue first; the department's own postmortem was on time.
    const names = table.getAllByRole('rowheader').map(each => each.textContent);
    expect(names[0]).toContain('edge');
    expect(names.some(name => name?.includes('(without sub-teams)'))).toBe(
      true,
    );
    expect(names.some(name => name?.includes('elsewhere'))).toBe(false);

    const cells = within(edge).getAllByRole('cell');
    expect(cells.map(cell => cell.textContent)).toEqual([
      '1',
      '1',
      '3',
      '0% (0 of 1)',
    ]);
    expect(within(edge).getByRole('link', { name: 'edge' })).toHaveAttribute(
      'href',
      '/catalog/default/group/edge/postmortems',
    );

    await userEvent.click(within(edge).getByRole('button'));
    expect(await table.findByText('Task PM-1/A1')).toBeInTheDocument();
  });

  it('reassigns an overdue action item, and all counts follow', async () => {
    const postmortems = content();
    const updates: unknown[] = [];
    const api = createFakePostmortemsApi({
      postmortems,
      subTeams,
      updateActionItem: async ({ params, body, ifMatch }) => {
        updates.push({ params, body, ifMatch });
        const [first, ...others] = postmortems[0].actionItems;
        const after = {
          ...first,
          ...(body as Partial<ActionItem>),
          overdue: body?.status !== 'done',
          revision: first.revision + 1,
        };
        postmortems[0] = {
          ...postmortems[0],
          actionItems: [after, ...others],
        };
        return after;
      },
    });
    render(aGroup('infra', ['edge', 'network']), api);

    const items = within(await panel('Overdue action items'));
    await userEvent.click(
      await items.findByRole('button', { name: 'Change owner of PM-1/A1' }),
    );
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByRole('textbox', { name: /Owner/ }), 'bo.c');
    await waitFor(() =>
      expect(screen.queryByRole('option', { name: /guest/ })).toBeNull(),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /bo.chen/ }),
    );
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(
      await items.findByRole('link', { name: 'bo.chen' }),
    ).toBeInTheDocument();
    expect(updates).toEqual([
      {
        params: { id: 'PM-1', key: 'A1' },
        body: { ownerRef: 'user:default/bo.chen' },
        ifMatch: 1,
      },
    ]);

    // Finished, it leaves the list, and the table counts one less.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(
      await items.findByRole('button', { name: /Status of PM-1\/A1/ }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Done' }),
    );
    await waitFor(async () =>
      expect(await panel('Overdue action items')).toHaveTextContent(
        'No overdue action items. Next: PM-1/A2 Task PM-1/A2, due in 3 d.',
      ),
    );
    await waitFor(() => {
      const edge = screen.getByRole('row', { name: /edge/ });
      expect(
        within(edge)
          .getAllByRole('cell')
          .map(cell => cell.textContent)
          .slice(0, 3),
      ).toEqual(['1', '0', '2']);
    });
  });

  it('assigns an owner in place', async () => {
    const postmortems = content();
    const api = createFakePostmortemsApi({
      postmortems,
      subTeams,
      putOwner: async ({ body }) => {
        postmortems[0] = {
          ...postmortems[0],
          ownerRef: body.ownerRef ?? undefined,
          revision: 2,
        };
        return postmortems[0];
      },
    });
    render(aGroup('infra', ['edge', 'network']), api);

    const overdue = within(await panel('Overdue postmortems'));
    await userEvent.click(
      await overdue.findByRole('button', {
        name: 'Assign owner to PM-1',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('textbox', { name: /Owner/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /bo.chen/ }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(
      await overdue.findByRole('link', { name: 'bo.chen' }),
    ).toBeInTheDocument();
  });

  it('keeps other panels when one fails, and retries it', async () => {
    const real = createFakePostmortemsApi({ postmortems: content(), subTeams });
    const listActionItems = jest.fn(real.listActionItems);
    listActionItems.mockImplementation(async input => {
      if (input.query?.overdue === 'true') throw new Error('timeout');
      return real.listActionItems(input);
    });
    render(
      aGroup('edge'),
      createFakePostmortemsApi({ postmortems: content(), listActionItems }),
    );
    const overdue = within(await panel('Overdue postmortems'));
    expect(await overdue.findByText('Incident 1')).toBeInTheDocument();
    const items = within(await panel('Overdue action items'));
    expect(await items.findByRole('alert')).toHaveTextContent('timeout');

    listActionItems.mockImplementation(real.listActionItems);
    await userEvent.click(items.getByRole('button', { name: 'Try again' }));
    expect(await items.findByText('Task PM-1/A1')).toBeInTheDocument();
    // A team without sub-teams has no switch.
    expect(
      screen.queryByRole('checkbox', { name: 'Include sub-teams' }),
    ).toBeNull();
  });
});
