import { TestDatabases } from '@backstage/backend-test-utils';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import { fill } from '../../__testUtils__/fill';
import { NOW, startPortal } from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import { followUp } from '../../__testUtils__/law/followUp';
import { make } from '../../__testUtils__/law/moves';
import { someMoves } from '../../__testUtils__/law/sequences';
import {
  PEOPLE,
  clearWorld,
  look,
  startWorld,
} from '../../__testUtils__/law/world';
import type { World } from '../../__testUtils__/law/world';
import { watch } from '../../__testUtils__/queryPlans';
import { testSize } from '../../__testUtils__/testSize';
import { MIGRATIONS } from '../../kernel/db/migrate';
import { TeamStore } from '../../team/TeamStore';
import { ancestorsOf } from '../../team/refreshTeamHierarchy';
import { CHANGES } from './countTables';
import { foldChanges } from './foldChanges';

const RUNS = testSize({ small: 6, full: 20 });

jest.setTimeout(60_000 + RUNS * 40_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MIGRATION = '20261212000000_group_compliance.js';
const DAY = 86_400_000;
const ref = (name: string) => `group:default/${name}`;

/** Two hierarchies: nothing above the teams, and a company with a part. */
const HIERARCHIES = [
  ancestorsOf(
    new Map([
      [ref('checkout'), []],
      [ref('platform'), []],
    ]),
  ),
  ancestorsOf(
    new Map([
      [ref('checkout'), [ref('payments')]],
      [ref('payments'), [ref('company')]],
      [ref('platform'), [ref('company')]],
    ]),
  ),
];

/** A filter that selects everything, which the counts don't answer. */
const EVERYTHING = { startedAfter: '1970-01-01T00:00:00Z' };

type Api = TestPortal['api'];

/** Compares both reports with those that evaluate each postmortem. */
async function expectExact(apis: Api[]) {
  for (const api of apis) {
    for (const rollUp of [{}, { rollUp: 'true' as const }]) {
      const query = { groupBy: 'team' as const, ...rollUp };
      expect(await api.getCompliance({ query })).toEqual(
        await api.getCompliance({ query: { ...query, ...EVERYTHING } }),
      );
    }
  }
}

/** How many of both reports are read from the counts alone. */
async function answeredByCounts(knex: Knex, api: Api): Promise<number> {
  const ran = await watch(knex, async () => {
    await api.getCompliance({ query: { groupBy: 'team' } });
    await api.getCompliance({ query: { groupBy: 'team', rollUp: 'true' } });
  });
  return (
    2 - ran.filter(({ sql }) => /.judged. as materialized/.test(sql)).length
  );
}

async function expectAnsweredByCounts(knex: Knex, api: Api) {
  expect(await answeredByCounts(knex, api)).toBe(2);
}

describe.each(databases.eachSupportedId())(
  'Compliance counts in random histories, %s',
  database => {
    let world: World;
    let knex: Knex;
    const teams = new TeamStore();

    beforeAll(async () => {
      knex = await databases.init(database);
      world = await startWorld(knex);
    });
    afterAll(() => world.portal.stop());

    it(`equal evaluated postmortems in each of ${RUNS} histories`, async () => {
      expect.hasAssertions();
      const { portal } = world;
      const apis = [portal.asService, ...PEOPLE.map(name => portal.as(name))];
      await fc.assert(
        fc.asyncProperty(
          someMoves,
          fc.array(fc.constantFrom('fold', 'reorganize', 'restrict', 'wait'), {
            minLength: 8,
            maxLength: 8,
          }),
          async (moves, events) => {
            await clearWorld(world, new Date('2026-03-12T12:00:00.000Z'));
            // The clock went back, but changes are folded up to where it was.
            await foldChanges(knex, new Date('2030-01-01'));
            expect(await knex('group_compliance')).toEqual([]);
            await teams.replace(knex, HIERARCHIES[0]);
            const every = Math.max(Math.floor(moves.length / events.length), 1);
            for (const [index, move] of moves.entries()) {
              const before = await look(world);
              const operation = await make(world, before, move);
              if (operation) {
                await followUp(world, before, await look(world), operation);
              }
              await expectExact([apis[0], apis[1 + (index % PEOPLE.length)]]);
              if (index % every > 0) continue;
              const now = portal.clock.now;
              switch (events[index / every]) {
                case 'fold':
                  await foldChanges(knex, now);
                  await expectAnsweredByCounts(knex, apis[0]);
                  break;
                case 'reorganize':
                  // Also while the lists of groups are out of date.
                  await knex.transaction(tx => reorganize(tx, index));
                  await expectExact(apis);
                  await teams.replace(knex, HIERARCHIES[index % 2]);
                  break;
                case 'restrict':
                  await restrictSome(knex, index);
                  break;
                default:
                  // Deadlines pass, and warnings and waivers begin or end.
                  for (const days of [1, 3, 10, 400]) {
                    portal.clock.now = new Date(now.getTime() + days * DAY);
                    await expectExact([apis[0]]);
                  }
                  portal.clock.now = now;
              }
              await expectExact(apis);
            }
            await foldChanges(knex, portal.clock.now);
            await expectExact(apis);
            await expectAnsweredByCounts(knex, apis[0]);
          },
        ),
        { numRuns: RUNS, seed: 18, endOnFailure: true },
      );
    });
  },
);

/** Stores another hierarchy, without updating the lists of groups. */
async function reorganize(tx: Knex, index: number) {
  await tx('team_ancestors').delete();
  await tx('team_ancestors').insert(
    [...HIERARCHIES[index % 2]].flatMap(([team, above]) =>
      [team, ...above].map(ancestor => ({
        team_ref: team,
        ancestor_ref: ancestor,
      })),
    ),
  );
}

/** Restricts every other postmortem, or opens it again. */
async function restrictSome(knex: Knex, index: number) {
  const visibility = ['restricted', 'internal'][index % 2];
  await knex('postmortems').whereRaw('id % 2 = 0').update({ visibility });
}

describe.each(databases.eachSupportedId())(
  'Compliance counts of many postmortems, %s',
  database => {
    let portal: TestPortal;
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(database);
      portal = await startPortal({
        knex,
        groups: { alice: ['group:default/team-7'] },
      });
      const size = {
        postmortems: 1_000,
        actionItems: 1,
        withActionItems: 10,
        entities: 20,
        teams: 30,
      };
      await fill(knex, size, new Date(NOW));
    });
    afterAll(() => portal.stop());

    const apis = () => [portal.api, portal.asService];
    const published = () => knex('postmortems').whereNotNull('published_at');

    it('are folded completely', async () => {
      await expectExact(apis());
      for (const api of apis()) {
        await expectAnsweredByCounts(knex, api);
      }
      const remaining = await knex(CHANGES).where('at', '<', new Date(NOW));
      expect(
        remaining.filter(({ at }) => new Date(at).getTime() === 0),
      ).toEqual([]);
    });

    it('are counted by the migration', async () => {
      const directory = { directory: MIGRATIONS };
      await knex.migrate.down({ ...directory, name: MIGRATION });
      await knex.migrate.up({ ...directory, name: MIGRATION });
      await expectExact(apis());
      expect(await answeredByCounts(knex, portal.api)).toBe(0);
      await foldChanges(knex, new Date(NOW));
      await expectExact(apis());
      await expectAnsweredByCounts(knex, portal.api);
    });

    it('are exact after few changes and after many', async () => {
      expect.hasAssertions();
      for (const share of [100, 50, 3, 2]) {
        await published()
          .whereRaw(`id % ${share} = 0`)
          .update({ published_at: new Date(Date.parse(NOW) + 9 * DAY) });
        await expectExact(apis());
      }
      await foldChanges(knex, new Date(NOW));
      await expectExact(apis());
      await expectAnsweredByCounts(knex, portal.api);
    });

    it('are exact after the latest postmortems are deleted', async () => {
      expect.hasAssertions();
      const latest = knex('postmortems').max('started_at');
      for (let times = 0; times < 3; times++) {
        await knex('postmortems').where('started_at', latest).delete();
        await expectExact(apis());
      }
      await foldChanges(knex, new Date(NOW));
      await expectExact(apis());
      await expectAnsweredByCounts(knex, portal.api);
    });

    it('are empty after everything is deleted', async () => {
      await knex('postmortems').delete();
      await foldChanges(knex, new Date(NOW));
      await expectExact(apis());
      expect(await knex('group_compliance')).toEqual([]);
    });
  },
);
