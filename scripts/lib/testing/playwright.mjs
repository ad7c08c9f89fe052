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
import { withReport } from './report.mjs';

/** The portal that a stranger makes and installs the packed plugins in. */
export const STRANGER_CONFIG = '--config=test/stranger/playwright.config.ts';

/**
 * Runs tests in a browser: the end-to-end tests, unless a flag names another configuration.
 *
 * @param {string[]} patterns regular expressions for the paths to run, none for all
 * @param {string[]} flags further ones of Playwright's
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
 * @param {any} report what Playwright's JSON reporter writes, undefined if it came to nothing
 * @returns {import('./counts.mjs').Counts}
 */
export function countsFromPlaywright(report) {
  if (!report) {
    return NOTHING;
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
