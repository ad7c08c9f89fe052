import { TestDatabases } from '@backstage/backend-test-utils';
import * as fc from 'fast-check';
import { breaches, disagreements } from '../__testUtils__/law/law';
import { MOVE_KINDS, make } from '../__testUtils__/law/moves';
import { someMoves } from '../__testUtils__/law/sequences';
import type { Move } from '../__testUtils__/law/step';
import { followUp } from '../__testUtils__/law/followUp';
import { testSize } from '../__testUtils__/testSize';
import { clearWorld, look, startWorld } from '../__testUtils__/law/world';
import type { World } from '../__testUtils__/law/world';

/**
 * Property test of the compliance law: a status improves only by completion under the policy, or by
 * an exception that someone independent granted with a reason. Five people with different
 * permissions and an incident source perform any moves in any order.
 *
 * For a long run: LAW_RUNS=2000 npm test -- plugins/postmortems-backend/src/tests/law.test.ts
 */

const RUNS = Number(process.env.LAW_RUNS ?? testSize({ small: 30, full: 100 }));
const SEED = Number(process.env.LAW_SEED ?? 14);

jest.setTimeout(60_000 + RUNS * 30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('The law, %s', databaseId => {
  let world: World;
  /** Number of successful moves by kind. */
  const made = new Map<string, number>();

  beforeAll(async () => {
    world = await startWorld(await databases.init(databaseId));
  });
  afterAll(() => world.portal.stop());

  async function play(moves: Move[]): Promise<void> {
    await clearWorld(world, new Date('2026-03-12T12:00:00.000Z'));
    let before = await look(world);
    for (const move of moves) {
      const models = structuredClone(world.models);
      const operation = await make(world, before, move);
      if (!operation) continue;
      made.set(move.kind, (made.get(move.kind) ?? 0) + 1);
      const after = await look(world);
      const known = { models, retired: world.retired };
      const found = breaches(before, after, known, operation);
      await followUp(world, before, after, operation);
      expect({
        move,
        breaches: found,
        disagreements: disagreements(after, world.models),
      }).toEqual({ move, breaches: [], disagreements: [] });
      before = after;
    }
  }

  it(`holds after each step of ${RUNS} sequences`, async () => {
    expect.hasAssertions();
    await fc.assert(fc.asyncProperty(someMoves, play), {
      numRuns: RUNS,
      seed: SEED,
      path: process.env.LAW_PATH,
      endOnFailure: !process.env.LAW_SHRINK,
    });
  });

  it('is tested with nearly every kind of move', () => {
    expect(made.size).toBeGreaterThan(
      MOVE_KINDS.length * testSize({ small: 0.75, full: 0.9 }),
    );
  });
});
