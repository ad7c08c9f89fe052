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

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { rootDir } from '../../scripts/lib/paths.mjs';

const run = promisify(execFile);

const PLUGIN = 'backstage-plugin-postmortems-backend';
const PACKAGES = [
  PLUGIN,
  'backstage-plugin-postmortems-common',
  'backstage-plugin-postmortems-node',
];
const DIR = join(rootDir, 'test-results/bench/installed');

/**
 * Packs the plugin and what it needs of ours as publishing does, and unpacks them into a
 * `node_modules`, from where everything else they need is found in that of the repository.
 *
 * @returns the address of the module that a portal adds
 */
export async function installPlugin(): Promise<string> {
  rmSync(DIR, { recursive: true, force: true });
  const { packPlugins } = await import('../stranger/packPlugins.mts');
  const tarballs = await packPlugins({
    targetDir: join(DIR, 'packed'),
    logDir: DIR,
    only: PACKAGES,
  });
  for (const [name, tarball] of tarballs) {
    const dir = installed(name);
    mkdirSync(dir, { recursive: true });
    await run('tar', ['-xzf', tarball, '-C', dir, '--strip-components=1']);
  }
  const { main } = JSON.parse(
    readFileSync(join(installed(PLUGIN), 'package.json'), 'utf8'),
  );
  return pathToFileURL(join(installed(PLUGIN), main)).href;
}

function installed(name: string): string {
  return join(DIR, 'node_modules', name);
}
