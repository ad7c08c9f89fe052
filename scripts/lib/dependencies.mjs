// @ts-check

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { installTrouble } from './installTrouble.mjs';
import { say } from './output.mjs';
import { rootDir, toolchainDir } from './paths.mjs';
import { supervise } from './supervise.mjs';

/** Marks a completed install. Deleted together with node_modules. */
const STAMP = join(rootDir, 'node_modules', '.installed-by-scripts');

const LOG = join(toolchainDir, 'install.log');

/**
 * Installs according to the lockfile, unless nothing has changed since the last time.
 *
 * @param {{ node: string, yarn: string, env: NodeJS.ProcessEnv }} tools
 */
export async function installDependencies(tools) {
  const wanted = dependencyFingerprint(rootDir, nodeVersion(tools.node));
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return;
  }
  say('Installing dependencies (some minutes the first time, then seconds)');
  await runYarn(tools, ['install', '--immutable']);
  if (!nativeModulesLoad(tools)) {
    // If only Node has changed, Yarn keeps the build for the previous Node.
    say('Compiling better-sqlite3 for this version of Node');
    await runYarn(tools, ['rebuild', 'better-sqlite3']);
  }
  writeFileSync(STAMP, wanted);
}

/**
 * A hash of everything that determines the result of an install.
 *
 * @param {string} root
 * @param {string} version of Node
 * @returns {string}
 */
export function dependencyFingerprint(root, version) {
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch} ${version}`);
  for (const file of [
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    ...workspaceManifests(root),
  ]) {
    hash.update(`\0${file}\0`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** @param {string} root */
function workspaceManifests(root) {
  const { workspaces } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return workspaces
    .map((/** @type {string} */ pattern) => pattern.replace(/\/\*$/, ''))
    .flatMap((/** @type {string} */ folder) =>
      readdirSync(join(root, folder))
        .sort()
        .map(name => join(folder, name, 'package.json')),
    )
    .filter((/** @type {string} */ file) => existsSync(join(root, file)));
}

/** @param {string} node */
function nodeVersion(node) {
  return node === process.execPath
    ? process.version
    : spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

/** @param {{ node: string, env: NodeJS.ProcessEnv }} tools */
function nativeModulesLoad({ node, env }) {
  const open = "new (require('better-sqlite3'))(':memory:').close()";
  return (
    spawnSync(node, ['-e', open], { cwd: rootDir, env, stdio: 'ignore' })
      .status === 0
  );
}

/**
 * Runs Yarn, showing its steps as they begin, and its full output on failure.
 *
 * @param {{ node: string, yarn: string, env: NodeJS.ProcessEnv }} tools
 * @param {string[]} args
 */
async function runYarn({ node, yarn, env }, args) {
  mkdirSync(toolchainDir, { recursive: true });
  const log = createWriteStream(LOG);
  let output = '';
  const exitCode = await supervise(node, [yarn, ...args], {
    cwd: rootDir,
    env,
    onOutput: chunk => {
      log.write(chunk);
      const text = chunk.toString();
      output += text;
      for (const progress of yarnProgress(text)) {
        say(`  ${progress}`);
      }
    },
  });
  log.end();
  if (exitCode > 128) {
    process.exit(exitCode);
  }
  if (exitCode !== 0) {
    throw installTrouble(
      output,
      'Installing failed (see .toolchain/install.log)',
    );
  }
}

/**
 * @param {string} text
 * @returns {string[]}
 */
export function yarnProgress(text) {
  return [...text.matchAll(/┌ (\w+ step)|│ (\S+)@npm:\S+ must be built/g)].map(
    ([, step, built]) => step?.toLowerCase() ?? `building ${built}`,
  );
}
