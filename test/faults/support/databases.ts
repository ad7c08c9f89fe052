import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { withPostgresServer } from '../../../scripts/lib/postgresServer.mjs';

/** An empty database for one portal. */
export interface Database {
  name: 'SQLite' | 'PostgreSQL';
  /** The value of `backend.database` in the portal's configuration. */
  config: object;
  /** Reads the plugin's data. */
  look<T>(use: (knex: Knex) => Promise<T>): Promise<T>;
}

/** A server that can be stopped. */
export interface Server {
  port: number;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Runs a function with SQLite files. */
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

/** Runs a function with a separate PostgreSQL server. */
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

/** For tests on both databases. */
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
