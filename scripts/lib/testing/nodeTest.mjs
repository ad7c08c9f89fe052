// @ts-check

import { runTool } from '../runTool.mjs';
import { NOTHING, withExitCode } from './counts.mjs';
import { withReport } from './report.mjs';

/**
 * Runs tests on Node's test runner, for code without transpilation.
 *
 * @param {string[]} files
 * @param {string[]} [flags] flags for Node
 * @param {NodeJS.ProcessEnv} [env] additional environment variables
 */
export function runNodeTest(files, flags = [], env = {}) {
  return withReport(async report => {
    const exitCode = await runTool(
      process.execPath,
      [
        '--test',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${report.file}`,
        ...flags,
        ...files,
      ],
      { env },
    );
    return withExitCode(countsFromTap(report.readText()), exitCode);
  });
}

/**
 * @param {string | undefined} tap TAP output, which ends with one line per count
 * @returns {import('./counts.mjs').Counts}
 */
export function countsFromTap(tap) {
  if (!tap) {
    return NOTHING;
  }
  const count = (/** @type {string} */ name) =>
    Number(tap.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}
