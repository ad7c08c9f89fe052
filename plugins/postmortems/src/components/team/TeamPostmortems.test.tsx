/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
import { postmortemsApiRef } from '../../api';
import { withAnnouncements } from '../../live';
import { rootRouteRef } from '../../routes';
import {
  aPostmortem,
  anActionItem,
  createFakePostmortemsApi,
} from '../../testing';
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

/** Content of a department with two teams, one of them in trouble. */
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
  it('says what is overdue, who has it, and what is due next, sub-teams included', async () => {
    const postmortems = content();
    render(
      aGroup('infra', ['edge', 'network']),
      createFakePostmortemsApi({ postmortems, subTeams }),
    );

    const overdue = within(await panel('Overdue postmortems'));
    expect(await overdue.findByText('Incident 1')).toBeInTheDocument();
    expect(overdue.getAllByRole('listitem')).toHaveLength(1);
    expect(overdue.getByText('No owner')).toBeInTheDocument();
    expect(overdue.getByRole('link', { name: 'All 1' })).toHaveAttribute(
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

  it('leaves the sub-teams out on request, and then says what comes next', async () => {
    const postmortems = [...content(), owed(5, 'infra', 30)];
    render(
      aGroup('infra', ['edge', 'network']),
      createFakePostmortemsApi({ postmortems, subTeams }),
    );
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'With sub-teams' }),
    );

    const overdue = await panel('Overdue postmortems');
    await waitFor(() =>
      expect(overdue).toHaveTextContent(
        'No postmortem is overdue. Next: PM-5 Incident 5, due in 30 d.',
      ),
    );
    await waitFor(async () =>
      expect(await panel('Overdue action items')).toHaveTextContent(
        'No action item is overdue. None is open either.',
      ),
    );
    expect(screen.queryByRole('table', { name: 'Team by team' })).toBeNull();
  });

  it('compares the teams, and opens one to show what is overdue there', async () => {
    render(
      aGroup('infra', ['edge', 'network']),
      createFakePostmortemsApi({ postmortems: content(), subTeams }),
    );
    const table = within(
      await screen.findByRole('table', { name: 'Team by team' }),
    );
    const edge = await table.findByRole('row', { name: /edge/ });
    // The one in trouble first; the department has one of its own, met.
    const names = table.getAllByRole('rowheader').map(each => each.textContent);
    expect(names[0]).toContain('edge');
    expect(names.some(name => name?.includes('(itself)'))).toBe(true);
    expect(names.some(name => name?.includes('elsewhere'))).toBe(false);

    const cells = within(edge).getAllByRole('cell');
    expect(cells.map(cell => cell.textContent)).toEqual([
      '1',
      '1',
      '3',
      '0 % (0 of 1)',
    ]);
    expect(within(edge).getByRole('link', { name: 'edge' })).toHaveAttribute(
      'href',
      '/catalog/default/group/edge/postmortems',
    );

    await userEvent.click(within(edge).getByRole('button'));
    expect(await table.findByText('Task PM-1/A1')).toBeInTheDocument();
  });

  it('lets an overdue action item be reassigned, and all counts follow without a reload', async () => {
    const postmortems = content();
    const updates: unknown[] = [];
    const api = withAnnouncements(
      createFakePostmortemsApi({
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
      }),
    );
    render(aGroup('infra', ['edge', 'network']), api);

    const items = within(await panel('Overdue action items'));
    await userEvent.click(
      await items.findByRole('button', { name: 'Change the owner of PM-1/A1' }),
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

    // Done, it leaves the list, and the table below counts one less.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(
      await items.findByRole('button', { name: /Status of PM-1\/A1/ }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Done' }),
    );
    await waitFor(async () =>
      expect(await panel('Overdue action items')).toHaveTextContent(
        'No action item is overdue. Next: PM-1/A2 Task PM-1/A2, due in 3 d.',
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

  it('names an owner of a postmortem where it stands', async () => {
    const postmortems = content();
    const api = withAnnouncements(
      createFakePostmortemsApi({
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
      }),
    );
    render(aGroup('infra', ['edge', 'network']), api);

    const overdue = within(await panel('Overdue postmortems'));
    await userEvent.click(
      await overdue.findByRole('button', {
        name: 'Name one as the owner of PM-1',
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

  it('keeps the other panels when one fails, and gets it on retry', async () => {
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
    // A team without sub-teams has no use for the switch.
    expect(
      screen.queryByRole('checkbox', { name: 'With sub-teams' }),
    ).toBeNull();
  });
});
