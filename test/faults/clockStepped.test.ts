import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withSqlite } from './support/databases';
import { report } from './support/figures';
import { withInstances } from './support/portal';
import {
  assertNothingHalfApplied,
  assertNothingLost,
  assertNothingRepeated,
  backlogProcessed,
} from './support/invariants';
import { underLoad } from './support/WriteLoad';

const HOUR_MS = 3_600_000;
/** Clock offsets, in order. */
const HOURS = [6, 0, -6, 30, 0];

it('When the clock steps forward or back, nothing gets stuck and no message repeats', t =>
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
          await backlogProcessed(knex, portal);
          await assertNothingLost(knex, load);
          await assertNothingHalfApplied(knex, effects());
        });
        assertNothingRepeated(effects());
        // A webhook signature contains the time, so a clock that is hours off rejects it.
        assert.deepEqual(load.wrongAnswers, [401]);
        report(t, {
          steps: HOURS.length,
          acknowledged: load.acknowledged,
          'repeated messages': 0,
          'ms until all was worked off': performance.now() - stopped,
        });
      }),
    ),
  ));
