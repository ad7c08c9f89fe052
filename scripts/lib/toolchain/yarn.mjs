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

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../output.mjs';
import { rootDir, toolchainDir } from '../paths.mjs';
import { ensureRegistryPackage } from './registryPackage.mjs';

/**
 * The path of Yarn's own script, in the version that package.json names.
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
 * Writes a `yarn` command for programs that call Yarn by name, as the Backstage CLI does.
 *
 * @param {{ node: string, yarn: string }} tools
 * @returns {string} the folder to put on the PATH
 */
export function writeYarnShim({ node, yarn }) {
  const dir = join(toolchainDir, 'bin');
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    join(dir, 'yarn'),
    `#!/bin/sh\nexec "${node}" "${yarn}" "$@"\n`,
    { mode: 0o755 },
  );
  return dir;
}
