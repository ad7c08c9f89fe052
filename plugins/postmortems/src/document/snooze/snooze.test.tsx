import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { DateTime } from 'luxon';
import type {
  Postmortem,
  PutSnooze,
  Snoozes,
} from 'backstage-plugin-postmortems-common';
import { anActionItem } from '../../testing/fixtures';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(60_000);

/** Renders a postmortem on a server that stores snoozes. */
function show(
  postmortem: Postmortem,
  options: Parameters<typeof renderPostmortem>[1] = {},
) {
  const sent: PutSnooze[] = [];
  let snoozes: Snoozes['items'] = [];
  const server = createFakeServer(postmortem, {
    listSnoozes: async () => ({ items: snoozes }),
    putSnooze: async ({ body }) => {
      sent.push(body);
      const { until, actionItem } = body;
      snoozes = [
        ...snoozes.filter(each => each.actionItem !== actionItem),
        ...(until ? [{ postmortemId: 'PM-42', actionItem, until }] : []),
      ];
      return { items: snoozes };
    },
  });
  renderPostmortem(server.api, options);
  return sent;
}

async function menuOf(button: string) {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return screen.findByRole('menu');
}

const daysFromNow = (until: string | null) =>
  DateTime.fromISO(until ?? '')
    .startOf('day')
    .diff(DateTime.local().startOf('day'), 'days')
    .as('days');

function aGroup(name: string, parent?: string, members: string[] = []): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: [
      ...(parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : []),
      ...members.map(member => ({
        type: 'hasMember',
        targetRef: `user:default/${member}`,
      })),
    ],
  };
}

describe('reminders', () => {
  it('of the deadline are snoozed by the owner until a day, and resumed', async () => {
    const sent = show(aDraft({ ownerRef: 'user:default/guest' }));

    const menu = await menuOf('More actions');
    await userEvent.click(
      await within(menu).findByRole('menuitem', { name: 'Snooze reminders' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Snooze reminders for PM-42',
    });
    await userEvent.click(
      within(dialog).getByRole('radio', { name: /^In a week/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Snooze' }),
    );
    const again = await screen.findByRole('button', {
      name: 'Resume reminders',
    });
    expect(again.parentElement).toHaveTextContent(
      /^Your reminders are snoozed until/,
    );
    expect(sent).toHaveLength(1);
    expect(sent[0].actionItem).toBeUndefined();
    expect(daysFromNow(sent[0].until)).toBe(7);

    await userEvent.click(again);
    await waitFor(() =>
      expect(screen.queryByText(/reminders are snoozed/)).toBeNull(),
    );
    expect(sent[1].until).toBeNull();
  });

  it('of an action item are snoozed in its row, also without edit permission', async () => {
    const sent = show(
      aDraft({
        actionItems: [
          anActionItem({ ownerRef: 'group:default/search' }),
          anActionItem({ id: 'PM-42/A2', status: 'done' }),
        ],
      }),
      { mayEdit: false, groups: ['group:default/search'] },
    );

    const menu = await menuOf('More actions for PM-42/A1');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(item => item.textContent),
    ).toEqual(['Snooze reminders']);
    expect(
      screen.queryByRole('button', {
        name: 'More actions for PM-42/A2',
        hidden: true,
      }),
    ).toBeNull();
    await userEvent.click(within(menu).getByRole('menuitem'));
    const dialog = await screen.findByRole('dialog', {
      name: 'Snooze reminders for PM-42/A1',
    });
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'Choose a date' }),
    );
    const date = within(dialog).getByLabelText('Date');
    const confirm = within(dialog).getByRole('button', {
      name: 'Snooze',
    });
    await userEvent.clear(date);
    expect(confirm).toBeDisabled();
    await userEvent.type(date, DateTime.local().plus({ days: 3 }).toISODate()!);
    await userEvent.click(confirm);

    expect(
      await screen.findByRole('button', {
        name: 'Resume reminders for PM-42/A1',
      }),
    ).toBeInTheDocument();
    expect(sent).toMatchObject([{ actionItem: 'A1' }]);
    expect(daysFromNow(sent[0].until)).toBe(3);
  });

  it('reach the nearest parent group with members, and no further', async () => {
    const entities = [
      aGroup('checkout', 'payments'),
      aGroup('payments', 'shop'),
      aGroup('shop', 'company', ['guest']),
      aGroup('company', undefined, ['boss']),
    ];
    show(aDraft(), { entities, groups: ['group:default/shop'] });
    const menu = await menuOf('More actions');
    expect(
      await within(menu).findByRole('menuitem', { name: 'Snooze reminders' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['who is told nothing', aDraft(), 'group:default/company', 2],
    [
      'the owner of what is published',
      aDraft({ ownerRef: 'user:default/guest', status: 'published' }),
      'group:default/other',
      2,
    ],
    [
      'the group above the team of a restricted one',
      aDraft({ visibility: 'restricted' }),
      'group:default/shop',
      0,
    ],
  ])(
    'are not offered to be silenced to %s',
    async (_, postmortem, group, steps) => {
      const catalog = catalogApiMock({
        entities: [
          aGroup('checkout', 'shop'),
          aGroup('shop', 'company', ['guest']),
          aGroup('company', undefined, ['boss']),
        ],
      });
      const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
      const relationsAsked = () =>
        asked.mock.calls.flatMap(([{ fields }], at) =>
          fields?.includes('relations') ? [asked.mock.results[at].value] : [],
        );
      // The reader gets reminders of this one, so the groups are loaded.
      const own = anActionItem({ ownerRef: 'user:default/guest' });
      const sent = show(
        { ...postmortem, actionItems: [own] },
        {
          catalog,
          groups: [group],
        },
      );
      const row = await menuOf(`More actions for ${own.id}`);
      expect(
        await within(row).findByRole('menuitem', { name: 'Snooze reminders' }),
      ).toBeInTheDocument();
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(row).not.toBeInTheDocument());
      await waitFor(() => expect(relationsAsked()).toHaveLength(steps));
      await act(async () => {
        await Promise.all(relationsAsked());
      });

      const menu = await menuOf('More actions');
      expect(within(menu).getAllByRole('menuitem').length).toBeGreaterThan(1);
      expect(
        within(menu).queryByRole('menuitem', { name: 'Snooze reminders' }),
      ).toBeNull();
      expect(sent).toEqual([]);
    },
  );
});
