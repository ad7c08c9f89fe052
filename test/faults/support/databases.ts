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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { withPostgresServer } from '../../../scripts/lib/postgresServer.mjs';

/** An empty database of a portal's own. */
export interface Database {
  name: 'SQLite' | 'PostgreSQL';
  /** What stands under `backend.database` of the portal. */
  config: object;
  /** Looks at what the plugin has in it. */
  look<T>(use: (knex: Knex) => Promise<T>): Promise<T>;
}

/** A server that can be stopped. */
export interface Server {
  port: number;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Runs something with a database in a file for each plugin. */
export async function withSqlite(
  use: (database: Database) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'faults-'));
  try {
    await use({
      name: 'SQLite',
      config: { client: 'better-sqlite3', connection: { directory } },
      look: looking({
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'postmortems.sqlite') },
        useNullAsDefault: true,
      }),
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Runs something with a server of its own. */
export async function withPostgres(
  use: (database: Database, server: Server) => Promise<void>,
): Promise<void> {
  await withPostgresServer((connection, server) =>
    use(
      {
        name: 'PostgreSQL',
        config: { client: 'pg', connection },
        look: looking({
          client: 'pg',
          connection: {
            ...connection,
            database: 'backstage_plugin_postmortems',
          },
        }),
      },
      {
        port: connection.port,
        stop: () => server.stop(),
        start: () => server.start(),
      },
    ),
  );
}

/** The two, for what is to hold on both. */
export const DATABASES = { SQLite: withSqlite, PostgreSQL: withPostgres };

function looking(config: Knex.Config): Database['look'] {
  return async use => {
    const knex = knexFactory(config);
    try {
      return await use(knex);
    } finally {
      await knex.destroy();
    }
  };
}
