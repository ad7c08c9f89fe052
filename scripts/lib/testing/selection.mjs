// @ts-check

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Trouble } from '../output.mjs';
import { rootDir } from '../paths.mjs';
import { runFaults } from './faults.mjs';
import { runHostile } from './hostile.mjs';
import { runJest } from './jest.mjs';
import { runNodeTest } from './nodeTest.mjs';
import { runPlaywright, STRANGER_CONFIG } from './playwright.mjs';

/** @typedef {'packages' | 'node' | 'hostile' | 'faults' | 'end-to-end' | 'stranger'} Runner */

/** @type {[folder: string, runner: Runner][]} */
const FOLDERS = [
  ['scripts/', 'node'],
  ['test/e2e/', 'end-to-end'],
  ['test/hostile/browser', 'end-to-end'],
  ['test/hostile/', 'hostile'],
  ['test/faults/', 'faults'],
  ['test/stranger/', 'stranger'],
];

/** @type {Record<Runner, (paths: string[], flags: string[]) => Promise<import('./steps.mjs').StepResult>>} */
const RUN = {
  packages: (paths, flags) => runJest(paths.map(toPattern), flags),
  node: (paths, flags) => runNodeTest(paths.flatMap(testsIn), flags),
  hostile: (_paths, flags) => runHostile(flags),
  faults: (paths, flags) => runFaults(paths, flags),
  'end-to-end': (paths, flags) => runPlaywright(paths.map(toPattern), flags),
  stranger: (paths, flags) =>
    runPlaywright(paths.map(toPattern), [STRANGER_CONFIG, ...flags]),
};

/**
 * Creates steps for the named test files and folders.
 *
 * @param {string[]} paths relative to the working directory
 * @param {string[]} flags flags for the test runner
 * @returns {import('./steps.mjs').Step[]}
 */
export function stepsForPaths(paths, flags) {
  const absolute = paths.map(path =>
    resolve(process.env.INIT_CWD ?? process.cwd(), path),
  );
  const missing = absolute.find(path => !existsSync(path));
  if (missing) {
    throw new Trouble(`There is no test file or folder ${missing}`);
  }
  const runners = /** @type {Runner[]} */ (Object.keys(RUN));
  return runners
    .map(runner => ({
      runner,
      mine: absolute.filter(path => runnerFor(path) === runner),
    }))
    .filter(({ mine }) => mine.length > 0)
    .map(({ runner, mine }) => ({
      title: `${runner}: ${nameOf(mine)}`,
      run: () => RUN[runner](mine, flags),
    }));
}

/** @param {string[]} paths */
function nameOf(paths) {
  return paths.length > 3
    ? `${paths.length} files`
    : paths.map(path => relative(rootDir, path)).join(', ');
}

/**
 * @param {string} path
 * @returns {Runner}
 */
export function runnerFor(path) {
  const inRepository = relative(rootDir, path).split(sep).join('/');
  const [, runner = 'packages'] =
    FOLDERS.find(([folder]) => `${inRepository}/`.startsWith(folder)) ?? [];
  return runner;
}

/**
 * The tests for Node's runner in a folder, or just `path` if it is a file.
 *
 * @param {string} path
 * @returns {string[]}
 */
export function testsIn(path) {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { recursive: true })
    .map(file => join(path, String(file)))
    .filter(file => file.endsWith('.test.mjs'));
}

/**
 * A regular expression for Jest and Playwright that matches exactly this file or folder.
 *
 * @param {string} path
 */
export function toPattern(path) {
  const literal = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return statSync(path).isDirectory() ? `${literal}/` : `${literal}$`;
}
