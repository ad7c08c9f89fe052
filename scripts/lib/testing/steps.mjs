// @ts-check

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../chromium.mjs';
import { rootDir, scriptsDir } from '../paths.mjs';
import { runTool } from '../runTool.mjs';
import { audit } from './audit.mjs';
import { runBench } from './bench.mjs';
import {
  affectedFiles,
  changedFiles,
  isCode,
  readDependents,
  testsFor,
} from './changed.mjs';
import { ONE_FAILED, ONE_PASSED, ONE_SKIPPED } from './counts.mjs';
import { runFaults } from './faults.mjs';
import { runHostile } from './hostile.mjs';
import { runJest } from './jest.mjs';
import { runNodeTest } from './nodeTest.mjs';
import { runPlaywright, STRANGER_CONFIG } from './playwright.mjs';
import { stepsForPaths, testsIn } from './selection.mjs';

/**
 * A step of `npm test`. `note` adds information to the counts.
 *
 * @typedef {import('./counts.mjs').Counts & { note?: string }} StepResult
 * @typedef {{ title: string, run: () => Promise<StepResult> }} Step
 */

const types = {
  title: 'types',
  run: () => check('tsc', []),
};
const imports = {
  title: 'imports',
  run: () =>
    check('depcruise', ['--output-type', 'err', 'plugins', 'packages', 'test']),
};
const manifests = {
  title: 'package.json files',
  run: () => check('backstage-cli', ['repo', 'fix', '--publish', '--check']),
};
const unused = {
  title: 'unused code',
  run: () => check('knip', ['--no-progress', '--no-config-hints']),
};
const apiReports = {
  // Uses the declarations from the type checking step.
  title: 'reports of public APIs',
  run: () =>
    check(process.execPath, ['scripts/commands/apiReports.mjs', '--check']),
};
const generatedPages = {
  title: 'pages made from code',
  run: () =>
    check(process.execPath, [
      '--require=@backstage/cli-node/config/nodeTransform.cjs',
      'scripts/commands/docs.mjs',
      '--check',
    ]),
};

/** @type {Step[]} */
export const ALL_STEPS = [
  types,
  {
    title: 'lint: packages',
    run: () => check('backstage-cli', ['repo', 'lint', '--max-warnings', '0']),
  },
  {
    title: 'lint: scripts and tests',
    run: () => lint(['scripts', 'test']),
  },
  imports,
  { title: 'formatting', run: () => check('prettier', ['--check', '.']) },
  manifests,
  unused,
  apiReports,
  generatedPages,
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
 * The checks and tests that a change can break; none if nothing changed.
 *
 * @param {string} base the commit or branch that the work started from
 * @returns {Promise<Step[]>}
 * @throws Trouble if there is no such commit
 */
export async function stepsForChange(base) {
  const changed = await changedFiles(base);
  if (changed.length === 0) return [];
  const isPresent = (/** @type {string} */ file) =>
    existsSync(join(rootDir, file));
  const present = changed.filter(isPresent);
  const code = present.filter(isCode);
  const tests = testsFor(affectedFiles(changed, await readDependents())).filter(
    isPresent,
  );
  const steps = [manifests, generatedPages];
  if (changed.some(isCode)) steps.push(types, imports, unused, apiReports);
  if (code.length > 0) steps.push({ title: 'lint', run: () => lint(code) });
  if (present.length > 0) {
    steps.push({
      title: 'formatting',
      run: () => check('prettier', ['--check', '--ignore-unknown', ...present]),
    });
  }
  return [
    ...steps,
    ...stepsForPaths(
      tests.map(file => join(rootDir, file)),
      [],
    ),
  ];
}

/** @param {string[]} paths */
function lint(paths) {
  return check('eslint', [
    '--ext=.mjs,.mts,.ts,.tsx',
    '--max-warnings=0',
    '--no-error-on-unmatched-pattern',
    ...paths,
  ]);
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<StepResult>}
 */
async function check(tool, args) {
  return (await runTool(tool, args)) === 0 ? ONE_PASSED : ONE_FAILED;
}

/**
 * Runs browser tests, or reports what is missing.
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
  // `all` tests every combination of template, database and base path.
  if (['required', 'all'].includes(process.env.STRANGER ?? '')) {
    return inBrowser([STRANGER_CONFIG]);
  }
  return {
    ...ONE_SKIPPED,
    note: 'takes some minutes: `npm test -- test/stranger` runs it',
  };
}
