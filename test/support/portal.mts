import {
  type ChildProcess,
  spawn,
  type StdioOptions,
} from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/freePort.mjs';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { startBasePathProxy } from './basePathProxy.mts';

const START_TIMEOUT_MS = 180_000;

/** A running portal. */
export type Portal = {
  /** The address of the app. */
  url: string;
  /** The origin of the app's and the API's URLs. */
  origin: string;
  /** The file with everything that the backend prints. */
  logFile: string;
  stop: () => Promise<void>;
};

/**
 * Builds the app of a Backstage repository and serves it from the backend, which runs from source.
 * The portal uses one free port and a new database, which is removed afterwards.
 */
export async function startPortal(options: {
  /** The root of the repository. */
  dir: string;
  /** The folder for the logs. Each portal needs its own. */
  logDir: string;
  /** Whether the portal has everything that the tests need. May throw until it has. */
  isReady: (origin: string) => Promise<boolean>;
  /** The path that the app is served under, such as `/portal`. */
  basePath?: string;
  /** Whether the app has already been built. */
  isBuilt?: boolean;
  /** Additional environment variables for the backend. */
  env?: Record<string, string>;
  /** Additional configuration files, which override all others. */
  configs?: string[];
}): Promise<Portal> {
  const { dir, logDir, isReady, basePath = '', configs = [] } = options;
  if (!options.isBuilt) await buildApp(options);

  const port = await freePort();
  const proxy = basePath
    ? await startBasePathProxy({ basePath, target: port })
    : undefined;
  const origin = proxy?.origin ?? `http://localhost:${port}`;
  const databaseDir = await mkdtemp(join(tmpdir(), 'portal-database-'));
  const logFile = join(logDir, 'portal.log');
  const backend = startBackend(dir, logFile, configs, {
    TEST_PORTAL_URL: `${origin}${basePath}`,
    TEST_PORTAL_ORIGIN: origin,
    TEST_PORTAL_PORT: String(port),
    TEST_PORTAL_DATABASE_DIR: databaseDir,
    TEST_PORTAL_DATABASE_PREFIX: `portal_${port}_`,
    ...options.env,
  });

  const stop = async () => {
    if (isRunning(backend)) {
      const exited = once(backend, 'exit');
      backend.kill('SIGTERM');
      await exited;
    }
    await proxy?.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };

  try {
    await waitFor(() => isReady(origin), backend);
  } catch (error) {
    await stop();
    throw new Error(`The portal did not start: ${error}\n${endOf(logFile)}`);
  }
  return { url: `${origin}${basePath}`, origin, logFile, stop };
}

/** Builds the app of a Backstage repository. Its URL is set later, when the backend starts. */
export async function buildApp(options: { dir: string; logDir: string }) {
  await runLogged('backstage-cli', ['package', 'build'], {
    cwd: join(options.dir, 'packages/app'),
    logFile: join(options.logDir, 'app-build.log'),
  });
}

/** Runs a command until it exits. If it fails, the error contains the end of its output. */
export async function runLogged(
  command: string,
  args: string[],
  options: {
    cwd: string;
    logFile: string;
    env?: Record<string, string>;
  },
) {
  const { cwd, logFile, env } = options;
  const child = spawn(command, args, {
    cwd,
    env: {
      ...process.env,
      PATH: `${join(cwd, 'node_modules/.bin')}:${join(
        rootDir,
        'node_modules/.bin',
      )}:${process.env.PATH}`,
      ...env,
    },
    stdio: logTo(logFile),
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} failed in ${cwd}:\n${endOf(logFile)}`,
    );
  }
}

function startBackend(
  dir: string,
  logFile: string,
  configs: string[],
  env: Record<string, string>,
) {
  return spawn(
    process.execPath,
    [
      // The loader that `backstage-cli package start` uses, without its watcher: nothing may
      // restart the backend in the middle of a test.
      '--enable-source-maps',
      '--require=@backstage/cli-node/config/nodeTransform.cjs',
      'src/index',
      `--config=${join(dir, 'app-config.yaml')}`,
      `--config=${join(rootDir, 'test/support/app-config.test.yaml')}`,
      ...configs.map(config => `--config=${config}`),
    ],
    {
      cwd: join(dir, 'packages/backend'),
      // Guests can only sign in to a backend in development mode.
      env: { ...process.env, ...env, NODE_ENV: 'development' },
      stdio: logTo(logFile),
    },
  );
}

function logTo(file: string): StdioOptions {
  mkdirSync(dirname(file), { recursive: true });
  const log = openSync(file, 'a');
  return ['ignore', log, log];
}

/** The end of a log, to show in an error. */
function endOf(file: string) {
  return readFileSync(file, 'utf8').split('\n').slice(-60).join('\n');
}

async function waitFor(check: () => Promise<boolean>, backend: ChildProcess) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let lastError: unknown;
  while (Date.now() < deadline) {
    if (!isRunning(backend)) {
      throw new Error('the backend ended');
    }
    try {
      if (await check()) {
        return;
      }
    } catch (error) {
      lastError = error;
    }
    await sleep(250);
  }
  throw new Error(
    `not ready after ${START_TIMEOUT_MS / 1000} seconds (${lastError})`,
  );
}

function isRunning({ exitCode, signalCode }: ChildProcess) {
  return exitCode === null && signalCode === null;
}
