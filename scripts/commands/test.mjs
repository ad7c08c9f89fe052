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

// Runs everything that must pass, or just the test files that are named.

import { isInterrupted } from '../lib/interruption.mjs';
import { reportAndExit, Trouble } from '../lib/output.mjs';
import { runSteps, summary } from '../lib/testing/run.mjs';
import { stepsForPaths } from '../lib/testing/selection.mjs';
import { ALL_STEPS } from '../lib/testing/steps.mjs';

/** @param {string[]} args paths, then flags for the test runner */
async function test(args) {
  const firstFlag = args.findIndex(arg => arg.startsWith('-'));
  const paths = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const flags = firstFlag < 0 ? [] : args.slice(firstFlag);
  if (flags.length > 0 && paths.length === 0) {
    throw new Trouble(
      'Name the test files before the flags for their runner: npm test -- PATH… FLAG…',
    );
  }

  const outcomes = await runSteps(
    paths.length > 0 ? stepsForPaths(paths, flags) : ALL_STEPS,
  );
  if (isInterrupted()) {
    process.exitCode = 130;
    return;
  }
  console.log();
  for (const line of summary(outcomes)) {
    console.log(line);
  }
  // Said outright: embedded PostgreSQL has a hook on the process's end that would make it 0.
  process.exit(outcomes.some(({ result }) => result.failed > 0) ? 1 : 0);
}

test(process.argv.slice(2)).catch(reportAndExit);
