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

/**
 * Runs tests on Node's own test runner: those of the scripts, which need no transpiler.
 *
 * @param {string[]} files
 * @param {string[]} [flags] further ones of Node's
 * @param {NodeJS.ProcessEnv} [env] what stands in the environment besides
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
 * @param {string | undefined} tap the report, which ends with a line for each count
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
