// @ts-check

import { runTool } from '../runTool.mjs';
import { NOTHING, withExitCode } from './counts.mjs';
import { withReport } from './report.mjs';

/** Tests of the packed plugins in a newly created portal. */
export const STRANGER_CONFIG = '--config=test/stranger/playwright.config.ts';

/**
 * Runs browser tests: end-to-end tests, unless a flag selects another configuration.
 *
 * @param {string[]} patterns regular expressions for paths; none for all
 * @param {string[]} flags flags for Playwright
 */
export function runPlaywright(patterns = [], flags = []) {
  return withReport(async report => {
    const exitCode = await runTool(
      'playwright',
      ['test', '--reporter=list,json', ...flags, ...patterns],
      { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report.file } },
    );
    return withExitCode(countsFromPlaywright(report.read()), exitCode);
  });
}

/**
 * @param {any} report output of Playwright's JSON reporter, undefined if it crashed
 * @returns {import('./counts.mjs').Counts}
 */
export function countsFromPlaywright(report) {
  if (!report) {
    return NOTHING;
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
