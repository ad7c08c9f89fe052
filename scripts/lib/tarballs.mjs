// @ts-check

import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

const LARGEST_BYTES = 1_500_000;
const LARGEST_DESCRIPTION = 170;

const EXPECTED =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|config\.d\.ts|config\.schema\.json|dist\/.+|migrations\/.+\.js)$/;
const UNWANTED = /\.(test|spec)\.|__testUtils__|__mocks__|\/src\//;
/** Version range protocols that only work inside this repository. */
const LOCAL_RANGE = /^(workspace|file|link|portal|patch|backstage):/;

/**
 * @typedef {{ name: string, bytes: number, files: string[], manifest: any }} Tarball
 */

/**
 * Reads a packed tarball.
 *
 * @param {string} file
 * @returns {Promise<Tarball>}
 */
export async function readTarball(file) {
  const options = { maxBuffer: 16 * 1_024 * 1_024 };
  const { stdout: list } = await run('tar', ['-tzf', file], options);
  const { stdout: manifest } = await run(
    'tar',
    ['-xzOf', file, 'package/package.json'],
    options,
  );
  const parsed = JSON.parse(manifest);
  return {
    name: parsed.name,
    bytes: statSync(file).size,
    files: list
      .split('\n')
      .filter(path => path && !path.endsWith('/'))
      .map(path => path.replace(/^package\//, '')),
    manifest: parsed,
  };
}

/**
 * Problems that prevent publishing a tarball.
 *
 * @param {Tarball} tarball
 * @returns {string[]}
 */
export function findTarballProblems({ name, bytes, files, manifest }) {
  const problems = [];
  for (const file of files) {
    if (!EXPECTED.test(file) || UNWANTED.test(file)) {
      problems.push(`${file} must not be published`);
    }
  }
  for (const file of ['package.json', 'README.md', 'LICENSE']) {
    if (!files.includes(file)) problems.push(`${file} is missing`);
  }
  for (const file of entryFiles(manifest)) {
    if (!files.includes(file.replace(/^\.\//, ''))) {
      problems.push(`package.json names ${file}, which is missing`);
    }
  }
  if (bytes > LARGEST_BYTES) {
    problems.push(`it has ${bytes} bytes, more than ${LARGEST_BYTES}`);
  }
  for (const kind of [
    'dependencies',
    'peerDependencies',
    'optionalDependencies',
  ]) {
    for (const [dependency, range] of Object.entries(manifest[kind] ?? {})) {
      if (LOCAL_RANGE.test(range)) {
        problems.push(`${kind} has ${dependency} at ${range}`);
      }
    }
  }
  const { description = '', repository, homepage, bugs, keywords } = manifest;
  if (!description || description.length > LARGEST_DESCRIPTION) {
    problems.push(`description must have 1 to ${LARGEST_DESCRIPTION} letters`);
  }
  if (!repository?.url || !repository.directory) {
    problems.push('repository must have url and directory');
  }
  if (!homepage) problems.push('homepage is missing');
  if (!bugs?.url) problems.push('bugs.url is missing');
  if (!keywords?.includes('backstage')) {
    problems.push('keywords must include backstage');
  }
  if (!manifest.backstage?.role || !manifest.backstage?.pluginId) {
    problems.push('backstage.role and backstage.pluginId must be set');
  }
  return problems.map(problem => `${name}: ${problem}`);
}

/**
 * @param {any} manifest
 * @returns {string[]}
 */
function entryFiles({ main, module, types, exports = {} }) {
  // Skip values that aren't paths: some of Backstage's conditions name a feature type instead.
  const exported = stringsIn(exports).filter(path => path.startsWith('./'));
  return [main, module, types, ...exported].filter(Boolean);
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function stringsIn(value) {
  if (typeof value === 'string') return [value];
  if (!value || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsIn);
}
