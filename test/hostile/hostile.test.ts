import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { bodies } from './bodies';
import { fuzz } from './fuzz';
import { paths } from './paths';
import { DATABASES, USERS, startHostilePortal } from './portal';
import type { HostilePortal } from './portal';
import { tokens } from './tokens';
import { webhooks } from './webhooks';

/** Requests per sender and minute. */
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
    // Independent of the database, so run it once.
    if (database === DATABASES[DATABASES.length - 1]) {
      describe('bodies', () => bodies(portal));
      describe('paths', () => paths(portal));
      describe('tokens', () => tokens(portal));
      describe('webhooks', () => webhooks(portal, LIMIT));
    }

    it('afterwards, the log contains no secret, token or crash', () => {
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
