import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DATABASES } from './support/databases';
import { report, size } from './support/figures';
import { withInstances } from './support/portal';
import {
  assertNothingHalfApplied,
  assertNothingLost,
  backlogProcessed,
} from './support/invariants';
import { underLoad } from './support/WriteLoad';

const KILLS = size('FAULTS_KILLS', 1);
const WRITES = size('FAULTS_WRITES', 150);
const WRITERS = 6;

// Most of the time is waiting for claims to expire, so run both databases in parallel.
describe(
  'The backend is killed while people write',
  { concurrency: true },
  () => {
    for (const [name, withDatabase] of Object.entries(DATABASES)) {
      it(`loses nothing and half-applies nothing, on ${name}`, t =>
        withDatabase(database =>
          withInstances(
            1,
            { database, name: `killed-${name}` },
            ([portal], effects) =>
              underLoad([portal], WRITERS, async load => {
                const assertAllIsThere = () =>
                  database.look(async knex => {
                    await assertNothingLost(knex, load);
                    await assertNothingHalfApplied(knex, effects());
                  });
                const startedAt = performance.now();
                let away = 0;
                for (let kill = 0; kill < KILLS; kill++) {
                  await load.more(WRITES);
                  await portal.kill();
                  const dead = performance.now();
                  await assertAllIsThere();
                  await portal.start();
                  away += performance.now() - dead;
                }
                await load.more(WRITES);
                await load.stop();
                const took = performance.now() - startedAt - away;

                // Claims of the killed process are taken over.
                const quiet = performance.now();
                await database.look(knex => backlogProcessed(knex, portal));
                await assertAllIsThere();
                assert.deepEqual(load.wrongAnswers, []);
                report(t, {
                  kills: KILLS,
                  acknowledged: load.acknowledged,
                  'not answered': load.answers.get(0) ?? 0,
                  lost: 0,
                  'writes per second': (load.acknowledged / took) * 1_000,
                  'seconds from the kill until a restarted one answered':
                    away / KILLS / 1_000,
                  'seconds until all was worked off':
                    (performance.now() - quiet) / 1_000,
                });
              }),
          ),
        ));
    }
  },
);
