import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/freePort.mjs';
import { rootDir } from '../../scripts/lib/paths.mjs';
import type { Database } from './databases';
import { PEOPLE } from '../../plugins/postmortems-backend/src/__testUtils__/fill';
import { SIZES } from './sizes';

const LOG_DIR = join(rootDir, 'test-results/bench');
/** All components, groups and users, including the requesting one. */
const ENTITIES = SIZES.entities + SIZES.teams + PEOPLE + 1;
const START_TIMEOUT_MS = 900_000;

/** A running portal with a user's credentials. */
export interface BenchPortal {
  url: string;
  headers: Record<string, string>;
  get<T>(path: string): Promise<T>;
}

/** Runs the portal on a database while a function runs, once its catalog is complete. */
export function withPortal(
  database: Database,
  use: (portal: BenchPortal) => Promise<void>,
): Promise<void> {
  return withBackend(database, { entry: 'index' }, async url =>
    use(await ready(url)),
  );
}

/** Wall-clock and CPU time until the backend is ready, in milliseconds. */
export interface Start {
  time: number;
  processor: number;
}

/**
 * Starts the backend and stops it once it is ready.
 *
 * @param plugin - path of the installed plugin; undefined for a portal without it
 */
export async function startUp(
  database: Database,
  plugin: string | undefined,
): Promise<Start> {
  const start = performance.now();
  let took: Start | undefined;
  await withBackend(
    database,
    { entry: 'startUp', env: plugin ? { BENCH_PLUGIN: plugin } : {} },
    async url => {
      await started(url);
      const time = performance.now() - start;
      const used = await fetch(`${url}/api/processor`);
      const { user, system } = (await used.json()) as NodeJS.CpuUsage;
      took = { time, processor: (user + system) / 1_000 };
    },
  );
  return took!;
}

/** Waits until all plugins have started. */
async function started(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await sleep(10);
  }
}

async function withBackend(
  database: Database,
  portal: { entry: 'index' | 'startUp'; env?: Record<string, string> },
  use: (url: string) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  mkdirSync(LOG_DIR, { recursive: true });
  const logFile = join(LOG_DIR, `${database.name}.log`);
  const log = openSync(logFile, 'a');
  const backend = spawn(
    process.execPath,
    [
      '--expose-gc',
      // Startup is measured as in production, where nothing is transpiled. Node strips the types of
      // that entry itself.
      ...(portal.entry === 'index'
        ? ['--require=@backstage/cli-node/config/nodeTransform.cjs']
        : []),
      `test/bench/portal/${portal.entry}.ts`,
      `--config=${join(rootDir, 'test/bench/app-config.bench.yaml')}`,
    ],
    {
      cwd: rootDir,
      env: {
        ...process.env,
        ...portal.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        APP_CONFIG_app_baseUrl: url,
        APP_CONFIG_backend_baseUrl: url,
        APP_CONFIG_backend_listen_port: String(port),
        APP_CONFIG_backend_database: JSON.stringify(database.config),
      },
      stdio: ['ignore', log, log],
    },
  );
  const exited = once(backend, 'exit');
  try {
    const ended = exited.then(() => {
      const end = readFileSync(logFile, 'utf8').split('\n').slice(-20);
      throw new Error(`The portal exited:\n${end.join('\n')}`);
    });
    await Promise.race([use(url), ended]);
  } finally {
    // Nothing needs a clean shutdown.
    backend.kill('SIGKILL');
    await exited;
  }
}

async function ready(url: string): Promise<BenchPortal> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  await started(url);
  for (;;) {
    try {
      const portal = await signIn(url);
      const { totalItems } = await portal.get<{ totalItems: number }>(
        '/api/catalog/entities/by-query?limit=0',
      );
      if (totalItems >= ENTITIES) return portal;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await sleep(1_000);
  }
}

async function signIn(url: string): Promise<BenchPortal> {
  const get = async <T>(
    path: string,
    headers: Record<string, string>,
  ): Promise<T> => {
    const response = await fetch(url + path, { headers });
    if (!response.ok) {
      throw new Error(`GET ${path} responded with ${response.status}`);
    }
    return response.json() as Promise<T>;
  };
  const session = await get<{ backstageIdentity: { token: string } }>(
    '/api/auth/guest/refresh',
    {},
  );
  const headers = {
    Authorization: `Bearer ${session.backstageIdentity.token}`,
  };
  return { url, headers, get: path => get(path, headers) };
}
