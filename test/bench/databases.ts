import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { withPostgresServer } from '../../scripts/lib/postgresServer.mjs';

type Plugin = 'catalog' | 'postmortems';

/** A database server with one database per plugin. */
export interface Database {
  name: 'SQLite' | 'PostgreSQL';
  version(): Promise<string>;
  /** The value of `backend.database` in the portal's configuration. */
  config: object;
  /** Recreates the database of a plugin, and opens it for filling. */
  fill(plugin: Plugin, use: (knex: Knex) => Promise<void>): Promise<void>;
  /** Opens an existing database. */
  open<T>(plugin: Plugin, use: (knex: Knex) => Promise<T>): Promise<T>;
}

/** Starts a database server while a function runs. */
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

/** The database name that the portal uses. */
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
