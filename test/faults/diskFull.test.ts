import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DATABASES } from './support/databases';
import { report } from './support/figures';
import { withInstances } from './support/portal';
import type { Answer, Instance } from './support/portal';
import {
  assertNothingHalfApplied,
  assertNothingLost,
  backlogProcessed,
} from './support/invariants';
import { aPostmortem, post, underLoad } from './support/WriteLoad';

const run = (portal: Instance, sql: string) =>
  portal.make({ fault: 'statement', sql });

/**
 * SQLite's file may not grow. PostgreSQL runs out of space for the history, which is written late
 * in a transaction.
 */
const FILL: Record<string, (portal: Instance) => Promise<unknown>> = {
  SQLite: portal => run(portal, 'pragma max_page_count = 1'),
  PostgreSQL: portal =>
    run(
      portal,
      `create function no_space() returns trigger language plpgsql as $$
       begin raise 'could not extend file: No space left on device' using errcode = '53100'; end $$;
       create trigger no_space before insert on postmortem_history
       for each row execute function no_space();`,
    ),
};

const FREE: typeof FILL = {
  SQLite: portal => run(portal, 'pragma max_page_count = 1073741823'),
  PostgreSQL: portal => run(portal, 'drop function no_space cascade'),
};

describe('The disk is full', { concurrency: true }, () => {
  for (const [name, withDatabase] of Object.entries(DATABASES)) {
    it(`rejects failed writes, and recovers, on ${name}`, t =>
      withDatabase(database =>
        withInstances(
          1,
          { database, name: `full-${name}` },
          ([portal], effects) =>
            underLoad([portal], 3, async load => {
              await load.more(20);
              await FILL[name](portal);
              const { status, retryAfter, text } = await refusalOf(portal);
              assert.equal(status, 503);
              assert.ok(retryAfter);
              assert.match(text, /Nothing was saved/);
              assert.doesNotMatch(text, /insert/);
              const read = await portal.ask('/postmortems?limit=1');
              assert.equal(read.status, 200);

              const refused = load.answers.get(503) ?? 0;
              await FREE[name](portal);
              await load.more(20);
              await load.stop();
              await database.look(async knex => {
                await backlogProcessed(knex, portal);
                await assertNothingLost(knex, load);
                await assertNothingHalfApplied(knex, effects());
              });
              assert.deepEqual(load.wrongAnswers, []);
              report(t, {
                'writes refused meanwhile': refused + 1,
                acknowledged: load.acknowledged,
                lost: 0,
              });
            }),
        ),
      ));
  }
});

/** Writes until it fails: existing pages may still have space. */
async function refusalOf(portal: Instance): Promise<Answer> {
  for (;;) {
    const answer = await portal.ask(
      '/postmortems',
      post(aPostmortem('Too much')),
    );
    if (answer.status !== 201) return answer;
  }
}
