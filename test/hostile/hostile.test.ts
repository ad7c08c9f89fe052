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
import { after, before, describe, it } from 'node:test';
import { bodies } from './bodies';
import { fuzz } from './fuzz';
import { paths } from './paths';
import { DATABASES, USERS, startHostilePortal } from './portal';
import type { HostilePortal } from './portal';
import { tokens } from './tokens';
import { webhooks } from './webhooks';

/** For each sender, a minute. */
const LIMIT = 100;

for (const database of DATABASES) {
  describe(`Hostile input, on ${database}`, () => {
    let running: HostilePortal | undefined;
    const portal = () => running!;
    before(async () => {
      running = await startHostilePortal(database, {
        'postmortems.incidents': { maxRequestsPerMinute: LIMIT },
        'postmortems.tickets.maxRequestsPerMinute': LIMIT,
      });
    });
    after(() => running?.stop());

    describe('fuzz', () => fuzz(portal));
    // What does not reach the database is the same on all of them.
    if (database === DATABASES[DATABASES.length - 1]) {
      describe('bodies', () => bodies(portal));
      describe('paths', () => paths(portal));
      describe('tokens', () => tokens(portal));
      describe('webhooks', () => webhooks(portal, LIMIT));
    }

    it('after all that, the log tells no secret and no token, and of no crash', () => {
      const log = portal().log();
      for (const [name, secret] of Object.entries(portal().secrets)) {
        assert.ok(!log.includes(secret), `The log tells the secret ${name}`);
      }
      for (const user of USERS) {
        const [, token] = portal().headers(user).Authorization.split(' ');
        assert.ok(!log.includes(token), `The log tells the token of ${user}`);
      }
      assert.doesNotMatch(log, /unhandled rejection|uncaught exception/i);
      assert.ok(log.length > 10_000, 'There is a log');
    });
  });
}
