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
import { withPostgresServer } from '../../scripts/lib/postgresServer.mjs';

type Plugin = 'catalog' | 'postmortems';

/** A database server, and the databases that plugins have in it. */
export interface Database {
  name: 'SQLite' | 'PostgreSQL';
  /** Its name and version. */
  version(): Promise<string>;
  /** What stands under `backend.database` of the portal. */
  config: object;
  /** Makes the database of a plugin anew, and opens it for as long as it is filled. */
  fill(plugin: Plugin, use: (knex: Knex) => Promise<void>): Promise<void>;
  /** Opens it as it is. */
  open<T>(plugin: Plugin, use: (knex: Knex) => Promise<T>): Promise<T>;
}

/** Brings a database server up for as long as it is used. */
export const DATABASES: Record<
  string,
  (use: (database: Database) => Promise<void>) => Promise<void>
> = {
  async sqlite(use) {
    const directory = await mkdtemp(join(tmpdir(), 'bench-'));
    const file = (plugin: Plugin) => join(directory, `${plugin}.sqlite`);
    const open = (plugin: Plugin) => ({
      client: 'better-sqlite3',
      connection: { filename: file(plugin) },
      useNullAsDefault: true,
    });
    try {
      await use({
        name: 'SQLite',
        version: () =>
          withKnex(open('postmortems'), async knex => {
            const [{ version }] = await knex.raw(
              'select sqlite_version() as version',
            );
            return `SQLite ${version}`;
          }),
        config: { client: 'better-sqlite3', connection: { directory } },
        async fill(plugin, fill) {
          await rm(file(plugin), { force: true });
          await withKnex(open(plugin), fill);
        },
        open: (plugin, read) => withKnex(open(plugin), read),
      });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },

  postgres: use =>
    withPostgresServer(async connection => {
      const open = (database: string) => ({
        client: 'pg',
        connection: { ...connection, database },
      });
      await use({
        name: 'PostgreSQL',
        version: () =>
          withKnex(open('postgres'), async knex => {
            const { rows } = await knex.raw('show server_version');
            return `PostgreSQL ${rows[0].server_version}`;
          }),
        config: { client: 'pg', connection },
        async fill(plugin, fill) {
          await withKnex(open('postgres'), async knex => {
            await knex.raw('drop database if exists ??', [nameOf(plugin)]);
            await knex.raw('create database ??', [nameOf(plugin)]);
          });
          await withKnex(open(nameOf(plugin)), fill);
        },
        open: (plugin, read) => withKnex(open(nameOf(plugin)), read),
      });
    }),
};

/** As the portal names them. */
function nameOf(plugin: Plugin): string {
  return `backstage_plugin_${plugin}`;
}

async function withKnex<T>(
  config: Knex.Config,
  use: (knex: Knex) => Promise<T>,
): Promise<T> {
  const knex = knexFactory(config);
  try {
    return await use(knex);
  } finally {
    await knex.destroy();
  }
}
