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
import { mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/freePort.mjs';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { getAsGuest } from './api.ts';

const logDir = join(rootDir, 'test-results', 'logs');
const demoDir = join(rootDir, 'packages/backend/demo/postmortems');

const START_TIMEOUT_MS = 120_000;

/** A running portal. */
export type Portal = {
  url: string;
  /** Everything that its backend prints. */
  logFile: string;
  stop: () => Promise<void>;
};

/**
 * Builds the app as it is now and serves it from the backend, which runs from source, on one free
 * port and on a new database that is removed afterwards. Ready when the demo content is in it.
 */
export async function startPortal(): Promise<Portal> {
  await buildApp();

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const databaseDir = await mkdtemp(join(tmpdir(), 'portal-database-'));
  const logFile = join(logDir, 'portal.log');
  const backend = startBackend(logFile, {
    E2E_PORTAL_URL: url,
    E2E_PORTAL_PORT: String(port),
    E2E_DATABASE_DIR: databaseDir,
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
    await waitFor(() => hasDemoContent(url), backend);
  } catch (error) {
    await stop();
    throw new Error(
      `The portal did not start: ${error}\n${readFileSync(logFile, 'utf8')}`,
    );
  }
  return { url, logFile, stop };
}

async function buildApp() {
  const logFile = join(logDir, 'app-build.log');
  const build = spawn(
    join(rootDir, 'node_modules/.bin/backstage-cli'),
    ['package', 'build'],
    { cwd: join(rootDir, 'packages/app'), stdio: logTo(logFile) },
  );
  const [exitCode] = await once(build, 'exit');
  if (exitCode !== 0) {
    throw new Error(
      `The app could not be built: ${readFileSync(logFile, 'utf8')}`,
    );
  }
}

function startBackend(logFile: string, env: Record<string, string>) {
  return spawn(
    process.execPath,
    [
      // The loader that `backstage-cli package start` uses, without its watcher: nothing may
      // restart the backend in the middle of a test.
      '--enable-source-maps',
      '--require=@backstage/cli-node/config/nodeTransform.cjs',
      'src/index',
      `--config=${join(rootDir, 'app-config.yaml')}`,
      `--config=${join(rootDir, 'test/e2e/app-config.e2e.yaml')}`,
    ],
    {
      cwd: join(rootDir, 'packages/backend'),
      // Guests can sign in to a development backend only.
      env: { ...process.env, ...env, NODE_ENV: 'development' },
      stdio: logTo(logFile),
    },
  );
}

function logTo(file: string): StdioOptions {
  mkdirSync(logDir, { recursive: true });
  const log = openSync(file, 'w');
  return ['ignore', log, log];
}

async function hasDemoContent(url: string) {
  const demoFiles = readdirSync(demoDir).filter(file => file.endsWith('.yaml'));
  const { totalItems } = await getAsGuest<{ totalItems: number }>(
    url,
    '/api/postmortems/postmortems?limit=1',
  );
  return totalItems >= demoFiles.length;
}

/** Tries until it is so; an error may be one of a backend that is still starting. */
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
