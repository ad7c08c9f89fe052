// @ts-check

import { runTool } from '../runTool.mjs';
import { ONE_FAILED, ONE_PASSED } from './counts.mjs';

/** Few rows and no warm-up, so the figures mean nothing. */
const SMALL = ['--databases=sqlite', '--sizes=200', '--connections=2'];
const ONCE = ['--rounds=1', '--requests=4'];

/**
 * Runs a small benchmark, only to check that it works and all requests succeed.
 *
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export async function runBench() {
  const exitCode = await runTool(process.execPath, [
    '--require=@backstage/cli-node/config/nodeTransform.cjs',
    'test/bench/run.ts',
    ...SMALL,
    ...ONCE,
  ]);
  return exitCode === 0 ? ONE_PASSED : ONE_FAILED;
}
