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
import { report } from './support/figures';
import { withInstances } from './support/portal';
import { WEBHOOK_PATH, webhook } from './support/webhook';

/** Longer than a request waits for a connection. */
const HELD_MS = 13_000;

describe(
  'All connections to the database are taken',
  { concurrency: true },
  () => {
    for (const [name, withDatabase] of Object.entries(DATABASES)) {
      it(`answers 503 after a while, and goes on, on ${name}`, t =>
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
              // These wait until there are some again.
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
