import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { actionItemStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  ActionItemGroupBy,
  ActionItemSummaryQuery,
  CreateActionItem,
  ListActionItemsQuery,
  ListedActionItem,
} from 'backstage-plugin-postmortems-common';
import {
  ancestorsOf,
  refreshTeamHierarchy,
} from '../team/refreshTeamHierarchy';
import { TeamStore } from '../team/TeamStore';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const PROPOSAL: CreateActionItem = {
  title: 'Flush the cache in steps',
  kind: 'prevent',
  priority: 'P1',
};
const COMMITMENT: CreateActionItem = {
  ...PROPOSAL,
  status: 'open',
  ownerRef: 'user:default/bob',
};

describe.each(databases.eachSupportedId())('Action items, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    portal = await startPortal({ knex });
  });
  afterEach(() => portal.stop());

  const start = (more = {}) =>
    portal.api.createPostmortem({
      body: aCreate({ severity: 'SEV-1', ...more }),
    });
  const add = (id: string, body: CreateActionItem) =>
    portal.api.addActionItem({ params: { id }, body });
  const change = (
    item: ActionItem,
    body: Parameters<typeof portal.api.updateActionItem>[0]['body'],
  ) => {
    const [id, key] = item.id.split('/');
    return portal.api.updateActionItem({
      params: { id, key },
      body,
      ifMatch: item.revision,
    });
  };

  it('goes from an idea to a commitment to done, and back', async () => {
    const { id, actionItemDueDates } = await start();
    // SEV-1: 15 calendar days after the resolution on 10 March.
    expect(actionItemDueDates).toEqual({
      P0: '2026-03-25T23:59:59.999Z',
      P1: '2026-03-25T23:59:59.999Z',
    });
    let item = await add(id, PROPOSAL);
    expect(item).toMatchObject({
      id: `${id}/A1`,
      status: 'proposed',
      overdue: false,
      revision: 1,
    });
    expect(await refusal(change(item, { status: 'done' }))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/open or declined/),
    });
    expect(await refusal(change(item, { status: 'open' }))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/ownerRef/),
    });

    item = await change(item, {
      status: 'open',
      ownerRef: 'User:default/Bob',
    });
    expect(item).toMatchObject({
      ownerRef: 'user:default/bob',
      dueAt: '2026-03-25T23:59:59.999Z',
    });
    portal.clock.now = new Date('2026-03-26T00:00:00Z');
    const [overdue] = (await portal.api.getPostmortem({ params: { id } }))
      .actionItems;
    expect(overdue.overdue).toBe(true);
    item = await change(item, { status: 'in-progress' });
    item = await change(item, { status: 'done' });
    expect(item).toMatchObject({
      overdue: false,
      closedAt: '2026-03-26T00:00:00.000Z',
    });
    item = await change(item, { status: 'open' });
    expect(item.closedAt).toBeUndefined();
    expect(await refusal(change(item, { status: 'declined' }))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/statusReason/),
    });
    item = await change(item, {
      status: 'declined',
      statusReason: 'The cache goes away',
    });
    expect(item.statusReason).toBe('The cache goes away');

    const { items } = await portal.api.listHistory({ params: { id } });
    expect(items[0]).toMatchObject({
      action: 'action-item-changed',
      field: 'A1',
      before: { status: 'open' },
      after: { status: 'declined' },
      reason: 'The cache goes away',
    });
  });

  it.each([
    [
      'a due date before the incident',
      { dueAt: '2026-03-10T09:00:00Z' },
      /dueAt.*before the incident/,
    ],
    [
      'a later due date than the policy wants, without a reason',
      { dueAt: '2026-05-01T00:00:00Z' },
      /dueReason/,
    ],
    [
      'an owner who is not in the catalog',
      { ownerRef: 'user:default/nobody' },
      /ownerRef.*catalog/,
    ],
    [
      'an owner who is a component',
      { ownerRef: 'component:default/checkout-api' },
      /ownerRef.*User or Group/,
    ],
    [
      'no due date where the policy proposes none',
      { priority: 'P3' },
      /dueAt.*P3/,
    ],
    ['an unknown kind', { kind: 'blame' }, /kind/],
  ] as [string, Partial<CreateActionItem>, RegExp][])(
    'refuses %s',
    async (_, more, message) => {
      const { id } = await start();
      expect(await refusal(add(id, { ...COMMITMENT, ...more }))).toMatchObject({
        status: 400,
        message: expect.stringMatching(message),
      });
      expect(
        (await portal.api.listPostmortemActionItems({ params: { id } })).items,
      ).toEqual([]);
    },
  );

  it('accepts a later due date with a reason, and records it', async () => {
    const { id } = await start();
    await add(id, {
      ...COMMITMENT,
      dueAt: '2026-05-01T00:00:00Z',
      dueReason: 'Waits for the new cluster',
    });
    const { items } = await portal.api.listHistory({ params: { id } });
    expect(items[0].reason).toBe('Waits for the new cluster');
  });

  it('can be reordered, and never reuses a number', async () => {
    const { id } = await start();
    const keys = async () =>
      (
        await portal.api.listPostmortemActionItems({ params: { id } })
      ).items.map(item => item.id.split('/')[1]);
    await add(id, PROPOSAL);
    await add(id, PROPOSAL);
    const third = await add(id, PROPOSAL);
    const moved = await change(third, { position: 0 });
    expect(await keys()).toEqual(['A3', 'A1', 'A2']);
    await portal.api.removeActionItem({
      params: { id, key: 'A3' },
      ifMatch: moved.revision,
    });
    await add(id, PROPOSAL);
    expect(await keys()).toEqual(['A1', 'A2', 'A4']);
  });

  describe('across postmortems', () => {
    beforeEach(async () => {
      const checkout = await start();
      const platform = await start({
        severity: 'SEV-2',
        entityRefs: ['resource:default/payments-db'],
      });
      await add(checkout.id, { ...COMMITMENT, dueAt: '2026-03-11T00:00:00Z' });
      await add(checkout.id, {
        ...COMMITMENT,
        title: 'Alert on cold caches',
        kind: 'detect',
        ownerRef: 'group:default/platform',
      });
      await add(platform.id, { ...PROPOSAL, priority: 'P0' });
      await add(platform.id, {
        ...PROPOSAL,
        title: 'Rewrite it all',
        status: 'declined',
        statusReason: 'Too much',
        priority: 'P3',
      });
      await new TeamStore().replace(
        knex,
        ancestorsOf(
          new Map([
            ['group:default/checkout', ['group:default/commerce']],
            ['group:default/platform', ['group:default/technology']],
            ['group:default/commerce', ['group:default/company']],
            ['group:default/technology', ['group:default/company']],
            ['group:default/company', []],
          ]),
        ),
      );
    });

    const ids = async (query: ListActionItemsQuery) => {
      const page = await portal.api.listActionItems({ query });
      expect(page.totalItems).toBe(page.items.length);
      return page.items.map(item => item.id).sort();
    };

    it('are found by any of their facts', async () => {
      const all = ['PM-1/A1', 'PM-1/A2', 'PM-2/A1', 'PM-2/A2'];
      expect(await ids({})).toEqual(all);
      expect(await ids({ overdue: 'true' })).toEqual(['PM-1/A1']);
      expect(await ids({ overdue: 'false' })).toEqual(all.slice(1));
      expect(await ids({ teamRef: ['group:default/platform'] })).toEqual(
        all.slice(1),
      );
      expect(await ids({ teamRef: ['group:default/company'] })).toEqual([]);
      for (const [team, found] of [
        ['company', all],
        ['commerce', all.slice(0, 2)],
        ['platform', all.slice(1)],
      ] as const) {
        expect(
          await ids({
            teamRef: [`group:default/${team}`],
            subTeams: 'include',
          }),
        ).toEqual(found);
      }
      expect(await ids({ ownerRef: ['user:default/bob'] })).toEqual([
        'PM-1/A1',
      ]);
      expect(await ids({ ownerRef: ['none'] })).toEqual(all.slice(2));
      expect(
        await ids({ entityRef: ['resource:default/payments-db'] }),
      ).toEqual(all.slice(2));
      expect(await ids({ postmortemId: ['PM-2'] })).toEqual(all.slice(2));
      expect(await ids({ severity: ['SEV-1'] })).toEqual(all.slice(0, 2));
      expect(await ids({ status: ['open'] })).toEqual(all.slice(0, 2));
      expect(await ids({ priority: ['P0', 'P3'] })).toEqual(all.slice(2));
      expect(await ids({ kind: ['detect'] })).toEqual(['PM-1/A2']);
      expect(await ids({ dueBefore: '2026-03-20T00:00:00Z' })).toEqual([
        'PM-1/A1',
      ]);
      expect(await ids({ q: 'rewr' })).toEqual(['PM-2/A2']);
      expect(await ids({ q: 'pm-2/a2' })).toEqual(['PM-2/A2']);

      const page = await portal.api.listActionItems({
        query: { limit: 1, orderField: 'dueAt,asc' },
      });
      expect(page.items[0]).toMatchObject({
        id: 'PM-1/A1',
        postmortem: {
          id: 'PM-1',
          governingSeverity: 'SEV-1',
          teamRefs: ['group:default/checkout'],
          visibility: 'internal',
          timeZone: 'UTC',
        },
      });
      expect(page.pageInfo.nextCursor).toBeDefined();
    });

    it('are ordered by status as in the lifecycle, and by owner with none last', async () => {
      await add('PM-1', { ...COMMITMENT, status: 'done' });
      await add('PM-1', { ...COMMITMENT, status: 'in-progress' });
      const inOrder = async (orderField: string) => {
        const seen: ListedActionItem[] = [];
        let cursor: string | undefined;
        do {
          const page = await portal.api.listActionItems({
            query: { orderField, limit: 2, cursor },
          });
          seen.push(...page.items);
          cursor = page.pageInfo.nextCursor;
        } while (cursor);
        return seen;
      };
      const statuses = actionItemStatusSchema.options.flatMap(status =>
        status === 'open' ? [status, status] : [status],
      );
      expect((await inOrder('status,asc')).map(item => item.status)).toEqual(
        statuses,
      );
      expect((await inOrder('status,desc')).map(item => item.status)).toEqual(
        statuses.reverse(),
      );
      const owners = [
        'group:default/platform',
        'user:default/bob',
        'user:default/bob',
        'user:default/bob',
        undefined,
        undefined,
      ];
      expect(
        (await inOrder('ownerRef,asc')).map(item => item.ownerRef),
      ).toEqual(owners);
      expect(
        (await inOrder('ownerRef,desc')).map(item => item.ownerRef),
      ).toEqual(owners.reverse());
    });

    it('are counted by group', async () => {
      const summary = async (groupBy: ActionItemGroupBy) => {
        const answer = await portal.api.summarizeActionItems({
          query: { groupBy },
        });
        expect(answer.overall).toMatchObject({
          total: 4,
          overdue: 1,
          counts: { proposed: 1, open: 2, declined: 1 },
        });
        return answer.groups.map(({ key, total, overdue }) => [
          key,
          total,
          overdue,
        ]);
      };
      expect(await summary('team')).toEqual([
        ['group:default/checkout', 2, 1],
        ['group:default/platform', 3, 0],
      ]);
      expect(await summary('owner')).toEqual([
        ['user:default/bob', 1, 1],
        ['none', 2, 0],
        ['group:default/platform', 1, 0],
      ]);
      expect(await summary('postmortem')).toEqual([
        ['PM-1', 2, 1],
        ['PM-2', 2, 0],
      ]);
      expect(await summary('entity')).toEqual([
        ['component:default/checkout-api', 2, 1],
        ['resource:default/payments-db', 2, 0],
      ]);
      expect(await summary('priority')).toEqual([
        ['P1', 2, 1],
        ['P0', 1, 0],
        ['P3', 1, 0],
      ]);
      expect(await summary('kind')).toEqual([
        ['prevent', 3, 1],
        ['detect', 1, 0],
      ]);
      expect(await summary('age')).toEqual([['0-6', 4, 1]]);
    });

    it('form groups only within the filter', async () => {
      const groups = async (query: ActionItemSummaryQuery) => {
        const answer = await portal.api.summarizeActionItems({ query });
        return answer.groups.map(({ key, title, total }) =>
          title ? [key, title, total] : [key, total],
        );
      };
      // One item is also checkout's, which the filter excludes.
      expect(
        await groups({
          groupBy: 'team',
          teamRef: ['group:default/technology'],
          subTeams: 'include',
        }),
      ).toEqual([['group:default/platform', 3]]);
      expect(await groups({ groupBy: 'team', teamRef: ['none'] })).toEqual([]);

      const { title } = await start({
        entityRefs: [
          'component:default/checkout-api',
          'resource:default/payments-db',
        ],
      });
      await add('PM-3', PROPOSAL);
      expect(
        await groups({
          groupBy: 'entity',
          entityRef: ['resource:default/payments-db'],
        }),
      ).toEqual([['resource:default/payments-db', 3]]);
      expect(
        await groups({ groupBy: 'postmortem', postmortemId: ['PM-3'] }),
      ).toEqual([['PM-3', title, 1]]);
    });

    it('can be changed in bulk, each with its own result', async () => {
      const { items } = await portal.api.listActionItems({ query: {} });
      const byId = new Map(items.map(item => [item.id, item]));
      const { results } = await portal.api.bulkUpdateActionItems({
        body: {
          items: [
            { id: 'PM-1/A1', revision: byId.get('PM-1/A1')!.revision },
            { id: 'PM-1/A2', revision: 99 },
            { id: 'PM-2/A1', revision: byId.get('PM-2/A1')!.revision },
            { id: 'PM-9/A9', revision: 1 },
          ],
          set: { status: 'done' },
        },
      });
      expect(
        results.map(({ id, item, error }) => [id, item?.status, error?.name]),
      ).toEqual([
        ['PM-1/A1', 'done', undefined],
        ['PM-1/A2', undefined, 'StaleRevisionError'],
        ['PM-2/A1', undefined, 'ConflictError'],
        ['PM-9/A9', undefined, 'NotFoundError'],
      ]);
    });

    it('queries the catalog once for the owner of a bulk change', async () => {
      const { items } = await portal.api.listActionItems({ query: {} });
      const reassign = (ownerRef: string) =>
        portal.api.bulkUpdateActionItems({
          body: {
            items: items.map(({ id, revision }) => ({ id, revision })),
            set: { ownerRef },
          },
        });
      const before = portal.catalog.lookups;
      const refused = await reassign('user:default/nobody');
      expect(portal.catalog.lookups).toBe(before + 1);
      expect(refused.results.length).toBeGreaterThan(1);
      for (const { error } of refused.results) {
        expect(error?.message).toMatch(/ownerRef.*user:default\/nobody/);
      }
      const { results } = await reassign('user:default/bob');
      for (const { item } of results) {
        expect(item?.ownerRef).toBe('user:default/bob');
      }
    });
  });

  it('can be imported, with closing times', async () => {
    const { id } = await portal.api.importPostmortem({
      body: {
        ...aCreate(),
        importKey: 'past',
        actionItems: [
          {
            ...COMMITMENT,
            status: 'done',
            dueAt: '2026-05-01T00:00:00Z',
            closedAt: '2026-03-11T00:00:00Z',
          },
        ],
      },
    });
    const { actionItems } = await portal.api.getPostmortem({ params: { id } });
    expect(actionItems).toMatchObject([
      { id: `${id}/A1`, status: 'done', closedAt: '2026-03-11T00:00:00.000Z' },
    ]);
  });

  it('reads the team hierarchy from the catalog', async () => {
    const group = (name: string, parent?: string): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name },
      relations: parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : [],
    });
    await start();
    const stores = { knex, teams: new TeamStore() };
    const auth = mockServices.auth();
    const refresh = (entities: Entity[]) =>
      refreshTeamHierarchy(stores, catalogServiceMock({ entities }), auth);
    // First an empty catalog, then one with an old hierarchy.
    await refresh([]);
    await refresh([group('platform', 'sales'), group('sales')]);
    await refresh([group('platform', 'technology'), group('technology')]);
    // A catalog that never responds times out and changes nothing.
    const silent = catalogServiceMock.mock({
      queryEntities: () => new Promise<never>(() => {}),
    });
    await expect(refreshTeamHierarchy(stores, silent, auth, 5)).rejects.toThrow(
      'The catalog did not respond within 5 ms',
    );
    expect(
      await knex('team_ancestors').orderBy(['team_ref', 'ancestor_ref']),
    ).toEqual(
      [
        ['checkout', 'checkout'],
        ['platform', 'platform'],
        ['platform', 'technology'],
        ['technology', 'technology'],
      ].map(([team, ancestor]) => ({
        team_ref: `group:default/${team}`,
        ancestor_ref: `group:default/${ancestor}`,
      })),
    );
  });
});

it('tolerates cycles in the team hierarchy', () => {
  const ancestors = ancestorsOf(
    new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]),
  );
  expect([...ancestors.get('a')!].sort()).toEqual(['b', 'c']);
});
