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

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * Runs one of the repository's tools in the foreground.
 *
 * @param {string} tool the name of a command in node_modules/.bin, or the path of a program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] by default the repository's root
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
