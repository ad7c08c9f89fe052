// @ts-check

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { groupIsAlive } from './processGroup.mjs';

const SUPERVISE = new URL('./supervise.mjs', import.meta.url).href;

/** Ignores SIGINT and SIGTERM. */
const STUBBORN = `
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {});
  }
  setInterval(() => {}, 1000);
`;

const READY = 'console.log(process.pid)';

/**
 * Starts a grandchild that ignores signals, then behaves as given. READY prints its process group.
 *
 * @param {string} behaviour
 */
const parentWith = behaviour => `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', ${JSON.stringify(
    `${STUBBORN}; process.stdout.write('up')`,
  )}]);
  child.stdout.once('data', () => {
    ${behaviour}
  });
`;

/**
 * Starts a script that supervises, in a separate process.
 *
 * @param {string} program
 * @param {number} [graceMs]
 */
function startSupervised(program, graceMs = 500) {
  return spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { supervise } from '${SUPERVISE}';
       process.exitCode = await supervise(
         process.execPath,
         ['-e', ${JSON.stringify(program)}],
         { env: process.env, graceMs: ${graceMs} },
       );`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

/** @param {import('node:child_process').ChildProcess} script */
async function readGroup(script) {
  const [line] = await once(
    /** @type {import('node:stream').Readable} */ (script.stdout),
    'data',
  );
  return Number(String(line));
}

describe('supervise', () => {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    it(`ends all processes on ${signal}, even those that ignore signals`, async () => {
      const script = startSupervised(parentWith(`${STUBBORN}; ${READY}`));
      const group = await readGroup(script);
      assert.equal(groupIsAlive(group), true);

      script.kill(signal);
      const [code] = await once(script, 'exit');

      assert.equal(code, 128 + 9);
      assert.equal(groupIsAlive(group), false);
    });
  }

  it('keeps the exit code of a command that handles the signal', async () => {
    const script = startSupervised(
      parentWith(`process.on('SIGINT', () => process.exit(7)); ${READY}`),
    );
    const group = await readGroup(script);

    script.kill('SIGINT');
    const [code] = await once(script, 'exit');

    assert.equal(code, 7);
    assert.equal(groupIsAlive(group), false);
  });

  it('counts a duplicated signal once', async () => {
    const slow = 'setTimeout(() => process.exit(7), 100)';
    const script = startSupervised(
      parentWith(`process.on('SIGINT', () => ${slow}); ${READY}`),
    );
    const group = await readGroup(script);

    script.kill('SIGINT');
    await setTimeout(20);
    script.kill('SIGINT');
    const [code] = await once(script, 'exit');

    assert.equal(code, 7);
    assert.equal(groupIsAlive(group), false);
  });

  it('kills at once on a second signal', async () => {
    const script = startSupervised(parentWith(`${STUBBORN}; ${READY}`), 60_000);
    const group = await readGroup(script);

    script.kill('SIGINT');
    await setTimeout(1_000);
    assert.equal(groupIsAlive(group), true);
    script.kill('SIGINT');
    const [code] = await once(script, 'exit');

    assert.equal(code, 128 + 9);
    assert.equal(groupIsAlive(group), false);
  });

  it('returns the exit code and ends leftover processes', async () => {
    const script = startSupervised(parentWith(`${READY}; process.exit(3)`));
    const group = await readGroup(script);

    const [code] = await once(script, 'exit');

    assert.equal(code, 3);
    assert.equal(groupIsAlive(group), false);
  });
});
