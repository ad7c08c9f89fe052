// @ts-check

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { groupIsAlive, signalGroup } from './processGroup.mjs';

/** Long enough for the backend to close its database and for PostgreSQL to stop. */
const GRACE_MS = 10_000;

/** One Ctrl-C can arrive twice: from the terminal, and forwarded by npm. */
const ONE_REQUEST_MS = 500;

/**
 * Runs a command in its own process group and cleans up the whole group: signals go to all of it,
 * and whatever remains after the grace period is killed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} [options.cwd]
 * @param {(chunk: Buffer) => void} [options.onOutput] receives the output instead of the terminal
 * @param {number} [options.graceMs]
 * @returns {Promise<number>} the exit code to pass on
 */
export async function supervise(
  command,
  args,
  { env, cwd, onOutput, graceMs = GRACE_MS },
) {
  const child = spawn(command, args, {
    cwd,
    detached: true,
    env,
    stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  if (onOutput) {
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
  }
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve(signal ? 128 + constants.signals[signal] : code),
    );
  });
  const group = child.pid;
  if (group === undefined) {
    return ended;
  }

  const stop = stopper(group, graceMs);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) {
    process.on(signal, stop);
  }
  try {
    return await ended;
  } finally {
    await clearGroup(group, graceMs);
    for (const signal of signals) {
      process.off(signal, stop);
    }
  }
}

/**
 * Forwards the first signal, and kills the group after the grace period or on a second signal.
 *
 * @param {number} group
 * @param {number} graceMs
 */
function stopper(group, graceMs) {
  /** @type {number | undefined} */
  let askedAt;
  return (/** @type {NodeJS.Signals} */ signal) => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      signalGroup(group, signal);
      setTimeout(() => signalGroup(group, 'SIGKILL'), graceMs).unref();
    } else if (Date.now() - askedAt > ONE_REQUEST_MS) {
      signalGroup(group, 'SIGKILL');
    }
  };
}

/**
 * Ends processes that the command left running.
 *
 * @param {number} group
 * @param {number} graceMs
 */
async function clearGroup(group, graceMs) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    signalGroup(group, signal);
    const deadline = Date.now() + graceMs;
    while (groupIsAlive(group) && Date.now() < deadline) {
      await sleep(20);
    }
  }
}
