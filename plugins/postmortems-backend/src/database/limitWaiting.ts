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

import type { Knex } from 'knex';

/** How long a request waits for a connection to the database, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Ends the waiting for a connection to the database, so that a request is answered while somebody
 * still waits for the answer. Knex itself waits for a minute. What the portal has configured stays.
 */
export function limitWaiting(knex: Knex): void {
  const { config, pool } = knex.client;
  const configured =
    config.acquireConnectionTimeout ?? config.pool?.acquireTimeoutMillis;
  if (configured === undefined) pool.acquireTimeoutMillis = LONGEST_WAIT_MS;
}
