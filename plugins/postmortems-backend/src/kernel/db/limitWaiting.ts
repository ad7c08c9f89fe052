import type { Knex } from 'knex';

/** Maximum wait for a database connection, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Limits the wait for a database connection, so that clients get an error before they give up. By
 * default, Knex waits for a minute. The portal's own setting wins.
 */
export function limitWaiting(knex: Knex): void {
  const { config, pool } = knex.client;
  const configured =
    config.acquireConnectionTimeout ?? config.pool?.acquireTimeoutMillis;
  if (configured === undefined) pool.acquireTimeoutMillis = LONGEST_WAIT_MS;
}
