import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DATABASES } from './support/databases';
import { report } from './support/figures';
import { withInstances } from './support/portal';
import { WEBHOOK_PATH, webhook } from './support/webhook';

/** Longer than the timeout for a connection. */
const HELD_MS = 13_000;

describe(
  'All connections to the database are taken',
  { concurrency: true },
  () => {
    for (const [name, withDatabase] of Object.entries(DATABASES)) {
      it(`responds with 503 after a timeout, and recovers, on ${name}`, t =>
        withDatabase(database =>
          withInstances(
            1,
            { database, name: `pool-${name}` },
            async ([portal]) => {
              const held = await portal.make({
                fault: 'hold-connections',
                milliseconds: HELD_MS,
              });
              const answers = await Promise.all([
                portal.ask('/postmortems?limit=1'),
                portal.ask('/action-items?limit=1'),
                portal.ask(WEBHOOK_PATH, webhook('while none is free')),
              ]);
              for (const { status, retryAfter } of answers) {
                assert.deepEqual([status, Boolean(retryAfter)], [503, true]);
              }
              // These wait for a free connection.
              const after = await Promise.all([
                portal.ask('/postmortems?limit=1'),
                portal.ask(WEBHOOK_PATH, webhook('as soon as there is one')),
              ]);
              assert.deepEqual(
                after.map(({ status }) => status),
                [200, 202],
              );
              report(t, {
                connections: Number(held),
                'ms until 503': Math.max(
                  ...answers.map(each => each.milliseconds),
                ),
              });
            },
          ),
        ));
    }
  },
);
