// @ts-check

import { runTool } from '../runTool.mjs';
import { NOTHING, withExitCode } from './counts.mjs';
import { withPostgres } from './postgres.mjs';
import { withReport } from './report.mjs';

/**
 * Runs the packages' unit, store, API and component tests.
 *
 * @param {string[]} patterns regular expressions for paths; none for all
 * @param {string[]} flags flags for Jest
 */
export function runJest(patterns = [], flags = []) {
  return withReport(async report => {
    const exitCode = await withPostgres(postgresEnv =>
      runTool(
        'backstage-cli',
        [
          'repo',
          'test',
          '--ci',
          '--watchAll=false',
          '--coverage=false',
          '--passWithNoTests=false',
          '--json',
          `--outputFile=${report.file}`,
          ...flags,
          ...patterns,
        ],
        // In CI, Backstage's TestDatabases would start missing databases in Docker.
        { env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...postgresEnv } },
      ),
    );
    return withExitCode(countsFromJest(report.read()), exitCode);
  });
}

/**
 * @param {any} report Jest's `--json` output, undefined if it crashed
 * @returns {import('./counts.mjs').Counts}
 */
export function countsFromJest(report) {
  if (!report) {
    return NOTHING;
  }
  return {
    passed: report.numPassedTests,
    // Test files that fail to load have no tests to count.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
