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

const START_TIMEOUT_MS = 180_000;

/** A running portal. */
export type Portal = {
  url: string;
  /** Everything that its backend prints. */
  logFile: string;
  stop: () => Promise<void>;
};

/**
 * Builds the app of a Backstage repository as it is now and serves it from the backend, which runs
 * from source, on one free port and on a new database that is removed afterwards.
 */
export async function startPortal(options: {
  /** The root of the repository. */
  dir: string;
  /** Where the logs go, a folder for each portal. */
  logDir: string;
  /** Whether everything that the tests need is there. May throw as long as it is not. */
  isReady: (url: string) => Promise<boolean>;
}): Promise<Portal> {
  const { dir, logDir, isReady } = options;
  await runLogged('backstage-cli', ['package', 'build'], {
    cwd: join(dir, 'packages/app'),
    logFile: join(logDir, 'app-build.log'),
  });

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const databaseDir = await mkdtemp(join(tmpdir(), 'portal-database-'));
  const logFile = join(logDir, 'portal.log');
  const backend = startBackend(dir, logFile, {
    TEST_PORTAL_URL: url,
    TEST_PORTAL_PORT: String(port),
    TEST_PORTAL_DATABASE_DIR: databaseDir,
  });

  const stop = async () => {
    if (isRunning(backend)) {
      const exited = once(backend, 'exit');
      backend.kill('SIGTERM');
      await exited;
    }
    await rm(databaseDir, { recursive: true, force: true });
  };

  try {
    await waitFor(() => isReady(url), backend);
  } catch (error) {
    await stop();
    throw new Error(`The portal did not start: ${error}\n${endOf(logFile)}`);
  }
  return { url, logFile, stop };
}

/** Runs a command to its end, keeping its output for when it fails. */
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
    ],
    {
      cwd: join(dir, 'packages/backend'),
      // Guests can sign in to a development backend only.
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

/** As much of a log as one wants to read in an error. */
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
