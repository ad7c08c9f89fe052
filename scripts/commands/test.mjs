// @ts-check

// Runs all checks and tests, only those that a change can break, or the named test files.

import { isInterrupted } from '../lib/interruption.mjs';
import { reportAndExit, Trouble } from '../lib/output.mjs';
import { runSteps, summary } from '../lib/testing/run.mjs';
import { stepsForPaths } from '../lib/testing/selection.mjs';
import { ALL_STEPS, stepsForChange } from '../lib/testing/steps.mjs';

/** @param {string[]} args paths, then flags for the test runner; or --changed[=BRANCH] */
async function test(args) {
  const steps = await stepsFor(args);
  if (steps.length === 0) {
    console.log('Nothing has changed.');
    return;
  }
  const outcomes = await runSteps(steps);
  if (isInterrupted()) {
    process.exitCode = 130;
    return;
  }
  console.log();
  for (const line of summary(outcomes)) {
    console.log(line);
  }
  // Explicit, because embedded PostgreSQL has an exit hook that would reset it to 0.
  process.exit(outcomes.some(({ result }) => result.failed > 0) ? 1 : 0);
}

/**
 * @param {string[]} args
 * @returns {Promise<import('../lib/testing/steps.mjs').Step[]>}
 */
async function stepsFor(args) {
  const [first = ''] = args;
  if (first === '--changed' || first.startsWith('--changed=')) {
    return stepsForChange(first.split('=')[1] ?? 'main');
  }
  const firstFlag = args.findIndex(arg => arg.startsWith('-'));
  const paths = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const flags = firstFlag < 0 ? [] : args.slice(firstFlag);
  if (flags.length > 0 && paths.length === 0) {
    throw new Trouble(
      'Name the test files before the flags for their runner: npm test -- PATH… FLAG…',
    );
  }
  return paths.length > 0 ? stepsForPaths(paths, flags) : ALL_STEPS;
}

test(process.argv.slice(2)).catch(reportAndExit);
