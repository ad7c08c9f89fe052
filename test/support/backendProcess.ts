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

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/freePort.mjs';
import { rootDir } from '../../scripts/lib/paths.mjs';

const START_TIMEOUT_MS = 180_000;

/** A backend in a process of its own. */
export interface BackendProcess {
  url: string;
  /** To be sent messages and signals. */
  child: ChildProcess;
  /** Undefined as long as it runs. */
  exitCode(): number | undefined;
  /** Everything that it has printed. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a small backend from source on a free port, and waits until it is ready. */
export async function startBackendProcess(options: {
  /** The script that adds the features, from the root of the repository. */
  entry: string;
  /** The configuration file, from there too. */
  config: string;
  /** What stands in the configuration besides, by its path such as `backend.database`. */
  settings: Record<string, unknown>;
  logFile: string;
  env?: Record<string, string>;
  /** One that is free, unless told. */
  port?: number;
  isReady: (url: string) => Promise<boolean>;
}): Promise<BackendProcess> {
  const { entry, config, settings, logFile, env, isReady } = options;
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const address = {
    'app.baseUrl': url,
    'backend.baseUrl': url,
    'backend.listen.port': port,
  };
  mkdirSync(dirname(logFile), { recursive: true });
  const output = openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    [
      '--require=@backstage/cli-node/config/nodeTransform.cjs',
      entry,
      `--config=${config}`,
    ],
    {
      cwd: rootDir,
      env: { ...process.env, ...toEnv({ ...address, ...settings }), ...env },
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  const log = () => readFileSync(logFile, 'utf8');
  const exitCode = () => child.exitCode ?? (child.signalCode ? -1 : undefined);
  const stop = async () => {
    if (exitCode() !== undefined) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  };

  const deadline = Date.now() + START_TIMEOUT_MS;
  let lastError: unknown;
  while (exitCode() === undefined && Date.now() < deadline) {
    try {
      if (await isReady(url)) return { url, child, exitCode, log, stop };
    } catch (error) {
      lastError = error;
    }
    await sleep(200);
  }
  await stop();
  const end = log().split('\n').slice(-40).join('\n');
  throw new Error(`The backend did not start (${lastError}):\n${end}`);
}

/** Configuration as Backstage reads it from the environment. */
function toEnv(settings: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([path, value]) => [
      `APP_CONFIG_${path.replaceAll('.', '_')}`,
      JSON.stringify(value),
    ]),
  );
}
