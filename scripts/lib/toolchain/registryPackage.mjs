// @ts-check

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installTrouble } from '../installTrouble.mjs';
import { Trouble } from '../output.mjs';
import { toolchainDir } from '../paths.mjs';

/**
 * Downloads a package from the npm registry, unless it exists.
 *
 * @param {{ name: string, version: string }} wanted
 * @param {() => void} announce called before a download
 * @returns {Promise<string>} the package's folder
 */
export async function ensureRegistryPackage({ name, version }, announce) {
  const label = `${name.split('/').pop()}-${version}`;
  const home = join(toolchainDir, label);
  const packageDir = join(home, 'node_modules', name);
  if (existsSync(packageDir)) {
    return packageDir;
  }

  announce();
  // Downloaded elsewhere and then moved, so that an interruption leaves no partial package.
  const draft = `${home}.partial`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  npmInstall(draft, `${name}@${version}`);
  rmSync(home, { recursive: true, force: true });
  renameSync(draft, home);
  return packageDir;
}

/**
 * @param {string} dir
 * @param {string} spec
 */
function npmInstall(dir, spec) {
  const { file, fileArgs } = npmCommand();
  const { error, status, stdout, stderr } = spawnSync(
    file,
    [
      ...fileArgs,
      'install',
      `--prefix=${dir}`,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      spec,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (error) {
    throw new Trouble(`npm cannot be run: ${error.message}`);
  }
  if (status !== 0) {
    throw installTrouble(`${stdout}${stderr}`, `${spec} could not be fetched`);
  }
}

/** The npm that started this script, run by the same Node; otherwise the npm on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath ?? '';
  return /npm-cli\.c?js$/.test(script)
    ? { file: process.execPath, fileArgs: [script] }
    : { file: 'npm', fileArgs: [] };
}
