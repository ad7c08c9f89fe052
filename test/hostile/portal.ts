import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { startBackendProcess } from '../support/backendProcess';
import type { BackendProcess } from '../support/backendProcess';
import { SECRETS, secretSettings } from './secrets';

/** The PostgreSQL of `npm test` and the package tests. */
const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

/** The available databases. */
export const DATABASES = ['SQLite', ...(POSTGRES ? ['PostgreSQL'] : [])];

/**
 * Users in the portal's catalog: mallory attacks, alice is in the team, sam is in security and owns
 * the process.
 */
export const USERS = ['mallory', 'alice', 'sam'] as const;
export type User = (typeof USERS)[number];

/** The portal to attack. */
export interface HostilePortal extends BackendProcess {
  /** URL of the plugin. */
  api: string;
  headers(user: User): Record<string, string>;
  /** Tokens and secrets that must not leak. */
  secrets: Record<string, string>;
}

/** Starts an empty portal on a temporary database. */
export async function startHostilePortal(
  database: string,
  settings: Record<string, unknown> = {},
): Promise<HostilePortal> {
  const { config, remove } = await createDatabase(database);
  const tokens = new Map<User, string>();
  try {
    const backend = await startBackendProcess({
      entry: 'test/hostile/portal/index',
      config: join(rootDir, 'test/hostile/app-config.hostile.yaml'),
      settings: {
        'backend.database': config,
        ...secretSettings(),
        ...settings,
      },
      // Production errors, with the most detailed log.
      env: { NODE_ENV: 'production', LOG_LEVEL: 'debug' },
      logFile: join(rootDir, `test-results/hostile/${database}.log`),
      isReady: async url => {
        for (const user of USERS) tokens.set(user, await signIn(url, user));
        return true;
      },
    });
    return {
      ...backend,
      api: `${backend.url}/api/postmortems`,
      headers: user => ({ Authorization: `Bearer ${tokens.get(user)}` }),
      secrets: SECRETS,
      async stop() {
        await backend.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function signIn(url: string, user: User): Promise<string> {
  const response = await fetch(`${url}/api/auth/any-user/refresh`, {
    headers: { 'x-user': `user:default/${user}` },
  });
  if (!response.ok)
    throw new Error(`Sign-in responded with ${response.status}`);
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return backstageIdentity.token;
}

async function createDatabase(
  database: string,
): Promise<{ config: object; remove: () => Promise<void> }> {
  if (database === 'SQLite') {
    const directory = await mkdtemp(join(tmpdir(), 'hostile-'));
    return {
      config: { client: 'better-sqlite3', connection: { directory } },
      remove: () => rm(directory, { recursive: true, force: true }),
    };
  }
  const { hostname, port, username, password } = new URL(POSTGRES!);
  const connection = {
    host: hostname,
    port: Number(port),
    user: username,
    password,
  };
  const name = `hostile_${randomBytes(6).toString('hex')}`;
  const inServer = async (statement: string) => {
    const knex = knexFactory({
      client: 'pg',
      connection: { ...connection, database: 'postgres' },
    });
    try {
      await knex.raw(statement, [name]);
    } finally {
      await knex.destroy();
    }
  };
  await inServer('create database ??');
  return {
    config: {
      client: 'pg',
      connection: { ...connection, database: name },
      pluginDivisionMode: 'schema',
    },
    remove: () => inServer('drop database if exists ?? with (force)'),
  };
}
