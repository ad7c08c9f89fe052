// @ts-check

import { say } from '../output.mjs';
import { withPostgresServer } from '../postgresServer.mjs';

/** Where `TestDatabases` of @backstage/backend-test-utils looks for PostgreSQL 18. */
const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Runs a function with PostgreSQL: the server in the environment variable, or a temporary one.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPostgres(use) {
  if (process.env[CONNECTION_VARIABLE]) {
    say(`Using the PostgreSQL that ${CONNECTION_VARIABLE} names`);
    return use({});
  }
  return withPostgresServer(({ host, port, user, password }) => {
    say(`PostgreSQL for the tests is running on port ${port}`);
    return use({
      [CONNECTION_VARIABLE]: `postgresql://${user}:${password}@${host}:${port}/postgres`,
    });
  });
}
