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

// @ts-check

import { say } from '../output.mjs';
import { withPostgresServer } from '../postgresServer.mjs';

/** Where `TestDatabases` of @backstage/backend-test-utils looks for a PostgreSQL 18. */
const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Runs something with a real PostgreSQL at hand: the server that the environment names, or one that
 * lives as long as the run.
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
