// @ts-check

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { Trouble } from '../output.mjs';
import { rootDir } from '../paths.mjs';

const run = promisify(execFile);

/**
 * For each file, the files that import it.
 *
 * @typedef {Map<string, string[]>} Dependents
 */

/** Build and test configuration, whose changes can break any test. */
const AFFECTS_EVERYTHING =
  /^(yarn\.lock|package\.json|tsconfig\.json|backstage\.json|\.yarnrc\.yml|scripts\/lib\/testing\/(jest|postgres|counts|report)\.mjs)$/;

/**
 * Files that affect their whole package without being imported: they are read at runtime, or list
 * its dependencies.
 */
const AFFECTS_PACKAGE =
  /^((?:plugins|packages)\/[^/]+)\/(migrations\/|config\.d\.ts$|package\.json$)/;

/** @param {string} file */
export function isCode(file) {
  return /\.(m?[jt]sx?|cjs)$/.test(file);
}

const TEST = /\.(test|spec)\.(m?[jt]sx?)$/;

/**
 * @param {string} base a commit or branch
 * @returns {Promise<string[]>} files changed since the branch point, committed or not
 * @throws Trouble if there is no such commit
 */
export async function changedFiles(base) {
  const since = await git('merge-base', base, 'HEAD').catch(() => {
    throw new Trouble(
      `There is no commit or branch ${base}. Name the one your work started from: npm test -- --changed=BRANCH`,
    );
  });
  const [tracked, untracked] = await Promise.all([
    git('diff', '--name-only', since.trim()),
    git('ls-files', '--others', '--exclude-standard'),
  ]);
  return [...tracked.split('\n'), ...untracked.split('\n')].filter(Boolean);
}

/** @param {string[]} args */
async function git(...args) {
  const { stdout } = await run('git', args, {
    cwd: rootDir,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** @returns {Promise<Dependents>} */
export async function readDependents() {
  const { stdout } = await run(
    join(rootDir, 'node_modules/.bin/depcruise'),
    ['--output-type', 'json', 'plugins', 'packages', 'test', 'scripts'],
    { cwd: rootDir, maxBuffer: 256 * 1024 * 1024 },
  );
  /** @type {{ modules: { source: string, dependents: string[] }[] }} */
  const { modules } = JSON.parse(stdout);
  return new Map(modules.map(({ source, dependents }) => [source, dependents]));
}

/**
 * The files that a change can break: those changed, and all that import them in any number of
 * steps. A file that is read rather than imported counts as imported by the code that names it.
 *
 * @param {string[]} changed
 * @param {Dependents} dependents
 * @param {(file: string) => string} [read] returns a file's text
 * @returns {Set<string>}
 */
export function affectedFiles(changed, dependents, read = readInRepository) {
  const all = [...dependents.keys()];
  if (changed.some(file => AFFECTS_EVERYTHING.test(file))) return new Set(all);

  const affected = new Set();
  const waiting = changed.flatMap(file => [
    file,
    ...(isCode(file) ? [] : all.filter(mentions(file, read))),
    ...inPackageOf(file, all),
  ]);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (!affected.has(file)) {
      affected.add(file);
      waiting.push(...(dependents.get(file) ?? []));
    }
  }
  return affected;
}

/**
 * @param {string} file
 * @param {(file: string) => string} read
 */
function mentions(file, read) {
  const name = basename(file);
  return (/** @type {string} */ source) =>
    isCode(source) && read(source).includes(name);
}

/**
 * @param {string} file
 * @param {string[]} all
 */
function inPackageOf(file, all) {
  const [, dir] = AFFECTS_PACKAGE.exec(file) ?? [];
  return dir ? all.filter(source => source.startsWith(`${dir}/`)) : [];
}

/** @param {string} file */
function readInRepository(file) {
  return readFileSync(join(rootDir, file), 'utf8');
}

/**
 * The tests to run. Tests that talk to a running portal import none of its code, so they run
 * whenever the portal changes: all of them if its backend does, only those in a browser if just its
 * frontend does.
 *
 * @param {Set<string>} affected
 * @returns {string[]} files and folders, relative to the repository
 */
export function testsFor(affected) {
  const files = [...affected];
  const product = files.filter(
    file => /^(plugins|packages)\//.test(file) && !isTestCode(file),
  );
  const isFrontend = (/** @type {string} */ file) =>
    /^(plugins\/postmortems|packages\/app)\//.test(file);
  const tests = files.filter(
    file => TEST.test(file) && !file.startsWith('test/stranger/'),
  );
  if (product.length > 0) tests.push('test/e2e');
  if (product.some(file => !isFrontend(file))) {
    tests.push('test/hostile/hostile.test.ts', ...faultTests());
  }
  return [...new Set(tests)];
}

/** @param {string} file */
function isTestCode(file) {
  return TEST.test(file) || /\/(__testUtils__|testing|tests)\//.test(file);
}

function faultTests() {
  return readdirSync(join(rootDir, 'test/faults'))
    .filter(file => TEST.test(file))
    .map(file => `test/faults/${file}`);
}
