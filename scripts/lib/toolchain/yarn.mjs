// @ts-check

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../output.mjs';
import { rootDir, toolchainDir } from '../paths.mjs';
import { ensureRegistryPackage } from './registryPackage.mjs';

/**
 * The path of Yarn's script, in the version that package.json names.
 *
 * @returns {Promise<string>}
 */
export async function ensureYarn() {
  const version = yarnVersion();
  const dir = await ensureRegistryPackage(
    { name: '@yarnpkg/cli-dist', version },
    () => say(`Getting Yarn ${version} into .toolchain`),
  );
  return join(dir, 'bin', 'yarn.js');
}

function yarnVersion() {
  const { packageManager } = JSON.parse(
    readFileSync(join(rootDir, 'package.json'), 'utf8'),
  );
  return packageManager.replace(/^yarn@/, '');
}

/**
 * Creates a `yarn` command for programs that call it by name, such as the Backstage CLI.
 *
 * @param {{ node: string, yarn: string }} tools
 * @returns {string} the folder to add to the PATH
 */
export function writeYarnShim({ node, yarn }) {
  const dir = join(toolchainDir, 'bin');
  mkdirSync(dir, { recursive: true });
  const shim = join(dir, 'yarn');
  // Written anew and renamed, because another process may be running the old one.
  writeFileSync(`${shim}.new`, `#!/bin/sh\nexec "${node}" "${yarn}" "$@"\n`, {
    mode: 0o755,
  });
  renameSync(`${shim}.new`, shim);
  return dir;
}
