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

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withPostgres } from './support/databases';
import { report, size } from './support/figures';
import { withInstances } from './support/portal';
import type { Answer } from './support/portal';
import {
  assertNothingHalf,
  assertNothingLost,
  runTask,
  workedOff,
} from './support/standing';
import { underLoad } from './support/WriteLoad';

const AWAY_SECONDS = size('FAULTS_AWAY_SECONDS', 5);
/** What reliability.md promises, with room for a slow machine. */
const BOUND_MS = 20_000;

it('While the database is stopped requests answer 503, and all goes on by itself', t =>
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
            await workedOff(knex, portal);
            await runTask(knex, 'remind');
            await assertNothingLost(knex, load);
            await assertNothingHalf(knex, effects());
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
