import { TestDatabases } from '@backstage/backend-test-utils';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import { followUp } from '../__testUtils__/law/followUp';
import { make } from '../__testUtils__/law/moves';
import { someMoves } from '../__testUtils__/law/sequences';
import { choose } from '../__testUtils__/law/step';
import type { Move } from '../__testUtils__/law/step';
import { clearWorld, look, startWorld } from '../__testUtils__/law/world';
import type { World } from '../__testUtils__/law/world';
import { testSize } from '../__testUtils__/testSize';
import { numberOf } from '../kernel/ids';
import { fromDbTime } from '../kernel/db/time';
import { GROUP_ACTION_ITEMS, GROUP_POSTMORTEMS } from './groupLists';
import type { GroupList } from './groupLists';
import { ancestorsOf } from './refreshTeamHierarchy';
import { TeamStore } from './TeamStore';

const RUNS = testSize({ small: 6, full: 20 });

jest.setTimeout(60_000 + RUNS * 40_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ref = (name: string) => `group:default/${name}`;

/** Teams with postmortems, and groups that can be above them. */
const TEAMS = ['checkout', 'platform'];
const GROUPS = [...TEAMS, 'payments', 'technology', 'company'].map(ref);

/** The parent of each group, if any. Cycles are possible. */
const hierarchies = fc
  .array(fc.option(fc.nat(GROUPS.length - 1)), {
    minLength: GROUPS.length,
    maxLength: GROUPS.length,
  })
  .map(
    parents =>
      new Map(
        GROUPS.map((group, index) => {
          const parent = parents[index];
          return [group, parent === null ? [] : [GROUPS[parent]]];
        }),
      ),
  );

interface Entry {
  group: string;
  at: string;
  id: number;
}

const keyOf = ({ group, at, id }: Entry) => `${group} ${at} ${id}`;

/** What the list should have, from the owners of each row and the hierarchy. */
async function computeList(
  knex: Knex,
  { rows, teams, id, order }: GroupList,
  ancestors: Map<string, Set<string>>,
): Promise<Entry[]> {
  const owned = await knex(teams)
    .join(rows, `${rows}.id`, `${teams}.${id}`)
    .select(`${teams}.team_ref`, { id: `${rows}.id`, at: `${rows}.${order}` });
  const entries = owned.flatMap(({ team_ref: team, id: row, at }) =>
    [team, ...(ancestors.get(team) ?? [])].map(group => ({
      group,
      at: fromDbTime(at),
      id: row,
    })),
  );
  return [...new Map(entries.map(entry => [keyOf(entry), entry])).values()];
}

async function storedList(
  knex: Knex,
  { list, id, order }: GroupList,
): Promise<Entry[]> {
  const rows = await knex(list);
  return rows.map(row => ({
    group: row.group_ref,
    at: fromDbTime(row[order]),
    id: row[id],
  }));
}

/** All pages of a list, whose items must be as many as its total. */
async function readAll<T>(
  read: (cursor?: string) => Promise<{
    items: T[];
    pageInfo: { nextCursor?: string };
    totalItems?: number;
  }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  let total: number | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    total = page.totalItems;
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  expect(total).toBe(items.length);
  return items;
}

describe.each(databases.eachSupportedId())('Lists of groups, %s', database => {
  let world: World;
  let knex: Knex;
  const teams = new TeamStore();

  beforeAll(async () => {
    knex = await databases.init(database);
    world = await startWorld(knex);
  });
  afterAll(() => world.portal.stop());

  async function expectLists(ancestors: Map<string, Set<string>>) {
    for (const list of [GROUP_POSTMORTEMS, GROUP_ACTION_ITEMS]) {
      expect((await storedList(knex, list)).map(keyOf).sort()).toEqual(
        (await computeList(knex, list, ancestors)).map(keyOf).sort(),
      );
    }
  }

  /** Compares the lists of the API with the computed ones, in the order of all. */
  async function expectPages(ancestors: Map<string, Set<string>>) {
    const api = world.portal.asService;
    const { items: all } = await api.listPostmortems({
      query: { limit: 100 },
    });
    const { items: allItems } = await api.listActionItems({
      query: { limit: 100 },
    });
    const postmortems = await computeList(knex, GROUP_POSTMORTEMS, ancestors);
    const actionItems = await computeList(knex, GROUP_ACTION_ITEMS, ancestors);
    const itemIds = await actionItemIds();
    for (const group of GROUPS) {
      const query = {
        teamRef: [group],
        subTeams: 'include' as const,
        limit: 2,
      };
      const found = await readAll(cursor =>
        api.listPostmortems({ query: { ...query, cursor } }),
      );
      const wanted = new Set(
        postmortems.filter(each => each.group === group).map(({ id }) => id),
      );
      expect([group, found.map(({ id }) => id)]).toEqual([
        group,
        all.map(({ id }) => id).filter(id => wanted.has(numberOf(id))),
      ]);
      const foundItems = await readAll(cursor =>
        api.listActionItems({ query: { ...query, cursor } }),
      );
      const wantedItems = new Set(
        actionItems
          .filter(each => each.group === group)
          .map(({ id }) => itemIds.get(id)),
      );
      expect([group, foundItems.map(({ id }) => id)]).toEqual([
        group,
        allItems.map(({ id }) => id).filter(id => wantedItems.has(id)),
      ]);
    }
  }

  async function actionItemIds(): Promise<Map<number, string>> {
    const rows = await knex('action_items');
    return new Map(
      rows.map(row => [row.id, `PM-${row.postmortem_id}/A${row.number}`]),
    );
  }

  /** Gives an action item another owner and due date. */
  async function assignItem({ target, pick }: Move) {
    const { items } = await world.portal.asService.listActionItems({
      query: {},
    });
    if (items.length === 0) return;
    const { id, revision } = choose(items, target);
    await world.portal.asService.bulkUpdateActionItems({
      body: {
        items: [{ id, revision }],
        set: {
          ownerRef: choose([...TEAMS.map(ref), 'user:default/ann'], pick),
          dueAt: new Date(Date.UTC(2026, 3, 1 + target)).toISOString(),
        },
      },
    });
  }

  /** Replaces the hierarchy without updating the lists, like an earlier version. */
  async function storeHierarchy(ancestors: Map<string, Set<string>>) {
    await knex.transaction(async tx => {
      await tx('team_ancestors').delete();
      await tx('team_ancestors').insert(
        [...ancestors].flatMap(([team, above]) =>
          [team, ...above].map(ancestor => ({
            team_ref: team,
            ancestor_ref: ancestor,
          })),
        ),
      );
    });
  }

  it(`equal those computed from owners and hierarchy in each of ${RUNS} histories`, async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(
        someMoves,
        fc.array(hierarchies, { minLength: 4, maxLength: 4 }),
        async (moves, reorganisations) => {
          await clearWorld(world, new Date('2026-03-12T12:00:00.000Z'));
          let ancestors = ancestorsOf(new Map());
          await teams.replace(knex, ancestors);
          const every = Math.ceil(moves.length / reorganisations.length);
          for (const [index, move] of moves.entries()) {
            const before = await look(world);
            const operation = await make(world, before, move);
            if (operation) {
              await followUp(world, before, await look(world), operation);
            }
            if (index % 3 === 0) await assignItem(move);
            await expectLists(ancestors);
            if (index % every < every - 1) continue;
            ancestors = ancestorsOf(reorganisations[Math.floor(index / every)]);
            await storeHierarchy(ancestors);
            // The lists are out of date, and requests do without them.
            await expectPages(ancestors);
            await teams.replace(knex, ancestors);
            await expectLists(ancestors);
            expect(await knex('group_changes')).toEqual([]);
            await expectPages(ancestors);
          }
          await expectPages(ancestors);
        },
      ),
      { numRuns: RUNS, seed: 18, endOnFailure: true },
    );
  });

  it('include what was created while the hierarchy changed', async () => {
    await clearWorld(world, new Date('2026-03-12T12:00:00.000Z'));
    await teams.replace(knex, ancestorsOf(new Map()));
    const { id } = await world.portal.as('ann').createPostmortem({
      body: {
        title: 'Down',
        severity: 'SEV-1',
        startedAt: '2026-03-10T09:00:00Z',
        entityRefs: ['component:default/orphan'],
      },
    });
    const ancestors = ancestorsOf(
      new Map([[ref('checkout'), [ref('company')]]]),
    );
    const creating = await knex.transaction();
    await creating('postmortem_teams').insert({
      postmortem_id: numberOf(id),
      team_ref: ref('checkout'),
    });
    const reorganising = teams.replace(knex, ancestors);
    await new Promise(resolve => setTimeout(resolve, 100));
    await creating.commit();
    await reorganising;
    await expectLists(ancestors);
    expect(await storedList(knex, GROUP_POSTMORTEMS)).toHaveLength(2);
  });
});
