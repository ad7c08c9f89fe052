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

import { findChromium, HOW_TO_GET_CHROMIUM } from '../chromium.mjs';
import { scriptsDir } from '../paths.mjs';
import { runTool } from '../runTool.mjs';
import { audit } from './audit.mjs';
import { runBench } from './bench.mjs';
import { ONE_FAILED, ONE_PASSED, ONE_SKIPPED } from './counts.mjs';
import { runFaults } from './faults.mjs';
import { runHostile } from './hostile.mjs';
import { runJest } from './jest.mjs';
import { runNodeTest } from './nodeTest.mjs';
import { runPlaywright, STRANGER_CONFIG } from './playwright.mjs';
import { testsIn } from './selection.mjs';

/**
 * One part of `npm test`. A note says what the counts do not.
 *
 * @typedef {import('./counts.mjs').Counts & { note?: string }} StepResult
 * @typedef {{ title: string, run: () => Promise<StepResult> }} Step
 */

/** @type {Step[]} */
export const ALL_STEPS = [
  { title: 'types', run: () => check('tsc', []) },
  {
    title: 'lint: packages',
    run: () => check('backstage-cli', ['repo', 'lint', '--max-warnings', '0']),
  },
  {
    title: 'lint: scripts and tests',
    run: () =>
      check('eslint', [
        '--ext=.mjs,.mts,.ts',
        '--max-warnings=0',
        'scripts',
        'test',
      ]),
  },
  { title: 'formatting', run: () => check('prettier', ['--check', '.']) },
  {
    title: 'package.json files',
    run: () => check('backstage-cli', ['repo', 'fix', '--publish', '--check']),
  },
  {
    title: 'unused code',
    run: () => check('knip', ['--no-progress', '--no-config-hints']),
  },
  {
    // From the declarations that the step for types has written.
    title: 'reports of public APIs',
    run: () =>
      check(process.execPath, ['scripts/commands/apiReports.mjs', '--check']),
  },
  {
    title: 'pages made from code',
    run: () =>
      check(process.execPath, [
        '--require=@backstage/cli-node/config/nodeTransform.cjs',
        'scripts/commands/docs.mjs',
        '--check',
      ]),
  },
  { title: 'known weaknesses of dependencies', run: audit },
  { title: 'scripts', run: () => runNodeTest(testsIn(scriptsDir)) },
  { title: 'unit, store, API and component', run: () => runJest() },
  { title: 'hostile input', run: () => runHostile() },
  { title: 'faults', run: () => runFaults() },
  { title: 'benchmark, at a small size', run: () => runBench() },
  { title: 'end-to-end', run: () => inBrowser() },
  { title: 'installed as a stranger would', run: asStranger },
];

/**
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<StepResult>}
 */
async function check(tool, args) {
  return (await runTool(tool, args)) === 0 ? ONE_PASSED : ONE_FAILED;
}

/**
 * Runs tests that need a browser, or says what is missing.
 *
 * @param {string[]} flags
 * @returns {Promise<StepResult>}
 */
async function inBrowser(flags = []) {
  if (findChromium()) {
    return runPlaywright([], flags);
  }
  return {
    ...(process.env.E2E === 'required' ? ONE_FAILED : ONE_SKIPPED),
    note: `no Chromium found: ${HOW_TO_GET_CHROMIUM}`,
  };
}

/** @returns {Promise<StepResult>} */
async function asStranger() {
  if (process.env.STRANGER === 'required') {
    return inBrowser([STRANGER_CONFIG]);
  }
  return {
    ...ONE_SKIPPED,
    note: 'takes some minutes: `npm test -- test/stranger` runs it',
  };
}
