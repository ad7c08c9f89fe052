import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withPostgres } from './support/databases';
import { report, size } from './support/figures';
import { withInstances } from './support/portal';
import type { Answer } from './support/portal';
import {
  assertNothingHalfApplied,
  assertNothingLost,
  runTask,
  backlogProcessed,
} from './support/invariants';
import { underLoad } from './support/WriteLoad';

const AWAY_SECONDS = size('FAULTS_AWAY_SECONDS', 5);
/** The bound in reliability.md, plus time for slow machines. */
const BOUND_MS = 20_000;

it('While the database is stopped, requests get 503, and everything recovers', t =>
  withPostgres((database, server) =>
    withInstances(
      1,
      { database, name: 'database-stopped' },
      ([portal], effects) =>
        underLoad([portal], 4, async load => {
          await load.more(50);
          await server.stop();
          const answers: Answer[] = [];
          const until = Date.now() + AWAY_SECONDS * 1_000;
          while (Date.now() < until) {
            answers.push(await portal.ask('/postmortems?limit=1'));
            await sleep(100);
          }
          await server.start();

          const back = performance.now();
          let answer = await portal.ask('/postmortems?limit=1');
          while (answer.status !== 200) {
            answers.push(answer);
            await sleep(50);
            answer = await portal.ask('/postmortems?limit=1');
          }
          const firstAnswer = performance.now() - back;
          await load.more(50);
          await load.stop();
          await database.look(async knex => {
            await backlogProcessed(knex, portal);
            await runTask(knex, 'remind');
            await assertNothingLost(knex, load);
            await assertNothingHalfApplied(knex, effects());
          });

          assert.deepEqual(
            answers.filter(each => each.status !== 503 || !each.retryAfter),
            [],
          );
          assert.deepEqual(load.wrongAnswers, []);
          assert.equal(load.withoutRetryAfter, 0);
          assert.ok(load.slowestMs < BOUND_MS, `${load.slowestMs} ms`);
          report(t, {
            'seconds away': AWAY_SECONDS,
            'reads with 503': answers.length,
            'writes with 503': load.answers.get(503) ?? 0,
            'slowest answer in ms': load.slowestMs,
            acknowledged: load.acknowledged,
            lost: 0,
            'ms until the first answer after the start': firstAnswer,
          });
        }),
    ),
  ));
