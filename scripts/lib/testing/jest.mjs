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

// @ts-check

import { runTool } from '../runTool.mjs';
import { NOTHING, withExitCode } from './counts.mjs';
import { withPostgres } from './postgres.mjs';
import { withReport } from './report.mjs';

/**
 * Runs the tests of the packages: unit, store, API and component.
 *
 * @param {string[]} patterns regular expressions for the paths to run, none for all
 * @param {string[]} flags further ones of Jest's
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
        // With CI set, Backstage's TestDatabases would want Docker for the databases it is not
        // given a server for.
        { env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...postgresEnv } },
      ),
    );
    return withExitCode(countsFromJest(report.read()), exitCode);
  });
}

/**
 * @param {any} report what Jest writes for `--json`, undefined if it came to nothing
 * @returns {import('./counts.mjs').Counts}
 */
export function countsFromJest(report) {
  if (!report) {
    return NOTHING;
  }
  return {
    passed: report.numPassedTests,
    // A file that cannot even be loaded has no tests to count.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
