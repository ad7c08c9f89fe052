// @ts-check

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * Runs one of the repository's tools in the foreground.
 *
 * @param {string} tool the name of a command in node_modules/.bin, or a path
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] `cwd` defaults to the repository
 *   root
 * @returns {Promise<number>} its exit code
 */
export function runTool(tool, args, { cwd = rootDir, env } = {}) {
  const bin = join(rootDir, 'node_modules', '.bin');
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, {
      cwd,
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        ...env,
      },
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', code => resolve(code ?? 1));
  });
}
