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

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { publishedPackages } from '../../scripts/lib/publishedPackages.mjs';
import { runLogged } from '../support/portal.mts';

/**
 * Builds and packs every package that gets published, or `only` some, as publishing does.
 *
 * @returns the tarball of each by the name of its package
 */
export async function packPlugins(options: {
  targetDir: string;
  logDir: string;
  only?: string[];
}): Promise<Map<string, string>> {
  const { targetDir, logDir, only } = options;
  mkdirSync(targetDir, { recursive: true });
  const run = (command: string, args: string[], cwd = rootDir) =>
    runLogged(command, args, { cwd, logFile: join(logDir, 'pack.log') });

  // The build gathers each package's type declarations from what the compiler puts there.
  await run('tsc', []);
  await run('backstage-cli', ['repo', 'build']);

  const tarballs = new Map<string, string>();
  for (const { name, dir } of publishedPackages()) {
    if (only && !only.includes(name)) continue;
    const tarball = join(targetDir, `${name.replace(/\W+/g, '-')}.tgz`);
    await run('yarn', ['pack', '--out', tarball], dir);
    tarballs.set(name, tarball);
  }
  return tarballs;
}
