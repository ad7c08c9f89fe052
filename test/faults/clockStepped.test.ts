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
import { withSqlite } from './support/databases';
import { report } from './support/figures';
import { withInstances } from './support/portal';
import {
  assertNothingHalf,
  assertNothingLost,
  assertNothingTwice,
  workedOff,
} from './support/standing';
import { underLoad } from './support/WriteLoad';

const HOUR_MS = 3_600_000;
/** How far the clock is off, one after the other. */
const HOURS = [6, 0, -6, 30, 0];

it('Whether the clock steps forwards or back, nothing gets stuck and nobody is told twice', t =>
  withSqlite(database =>
    withInstances(1, { database, name: 'clock' }, ([portal], effects) =>
      underLoad([portal], 3, async load => {
        for (const hours of HOURS) {
          await portal.make({ fault: 'step-clock', offset: hours * HOUR_MS });
          await load.more(15);
        }
        await load.stop();
        const stopped = performance.now();
        await database.look(async knex => {
          await workedOff(knex, portal);
          await assertNothingLost(knex, load);
          await assertNothingHalf(knex, effects());
        });
        assertNothingTwice(effects());
        // A webhook is signed with the time, and not believed by a clock that is hours away from it.
        assert.deepEqual(load.wrongAnswers, [401]);
        report(t, {
          steps: HOURS.length,
          acknowledged: load.acknowledged,
          'told twice': 0,
          'ms until all was worked off': performance.now() - stopped,
        });
      }),
    ),
  ));
