import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/freePort.mjs';
import { rootDir } from '../../scripts/lib/paths.mjs';

const START_TIMEOUT_MS = 180_000;

/** A backend in a separate process. */
export interface BackendProcess {
  url: string;
  /** The process, for sending it messages and signals. */
  child: ChildProcess;
  /** The exit code; undefined while the process runs. */
  exitCode(): number | undefined;
  /** Its output so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a small backend from source on a free port, and waits until it is ready. */
export async function startBackendProcess(options: {
  /** The entry script, relative to the repository root. */
  entry: string;
  /** The configuration file, relative to the repository root. */
  config: string;
  /** Additional configuration, by path such as `backend.database`. */
  settings: Record<string, unknown>;
  logFile: string;
  env?: Record<string, string>;
  /** Default: a free one. */
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

/** Configuration as environment variables that Backstage reads. */
function toEnv(settings: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([path, value]) => [
      `APP_CONFIG_${path.replaceAll('.', '_')}`,
      JSON.stringify(value),
    ]),
  );
}
