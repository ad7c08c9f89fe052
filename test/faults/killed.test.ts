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
import { describe, it } from 'node:test';
import { DATABASES } from './support/databases';
import { report, size } from './support/figures';
import { withInstances } from './support/portal';
import {
  assertNothingHalf,
  assertNothingLost,
  workedOff,
} from './support/standing';
import { underLoad } from './support/WriteLoad';

const KILLS = size('FAULTS_KILLS', 1);
const WRITES = size('FAULTS_WRITES', 150);
const WRITERS = 6;

// Most of the time is waiting for claims of the dead to end, so both databases wait at once.
describe(
  'The backend is killed while people write',
  { concurrency: true },
  () => {
    for (const [name, withDatabase] of Object.entries(DATABASES)) {
      it(`loses nothing and does nothing by half, on ${name}`, t =>
        withDatabase(database =>
          withInstances(
            1,
            { database, name: `killed-${name}` },
            ([portal], effects) =>
              underLoad([portal], WRITERS, async load => {
                const assertAllIsThere = () =>
                  database.look(async knex => {
                    await assertNothingLost(knex, load);
                    await assertNothingHalf(knex, effects());
                  });
                const begun = performance.now();
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
                const took = performance.now() - begun - away;

                // What the dead had taken on is taken over.
                const quiet = performance.now();
                await database.look(knex => workedOff(knex, portal));
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
