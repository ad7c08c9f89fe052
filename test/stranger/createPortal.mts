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

import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { ensureRegistryPackage } from '../../scripts/lib/toolchain/registryPackage.mjs';
import { runLogged } from '../support/portal.mts';

/** The one that makes portals of Backstage 1.55.0. */
const CREATE_APP = { name: '@backstage/create-app', version: '0.9.2' };

/**
 * Packages of the template with native parts that are compiled or downloaded on install, which
 * cannot be taken for granted where this runs.
 */
const LEFT_OUT = /^@backstage\/plugin-scaffolder-backend/;

/**
 * Makes a portal from the default template and adds the plugins as the README says: two packages
 * and one line in the backend.
 */
export async function createPortal(options: {
  dir: string;
  tarballs: Map<string, string>;
  logDir: string;
}) {
  const { dir, tarballs, logDir } = options;
  const run = (command: string, args: string[], cwd: string) =>
    runLogged(command, args, {
      cwd,
      logFile: join(logDir, 'create.log'),
      env: {
        BACKSTAGE_APP_NAME: 'portal',
        // With CI set, Yarn would refuse to add anything.
        YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      },
    });
  const addPlugin = (name: string, packageDir: string) =>
    run(
      'yarn',
      ['add', `${name}@file:${tarballs.get(name)}`],
      join(dir, packageDir),
    );

  const createApp = await ensureRegistryPackage(CREATE_APP, () => {});
  await run(
    process.execPath,
    [join(createApp, 'bin/backstage-create-app'), '--skip-install'],
    join(dir, '..'),
  );
  fitToRegistry(dir, tarballs);

  await addPlugin('backstage-plugin-postmortems', 'packages/app');
  await addPlugin('backstage-plugin-postmortems-backend', 'packages/backend');
  edit(join(dir, 'packages/backend/src/index.ts'), source =>
    source.replace(
      'backend.start();',
      "backend.add(import('backstage-plugin-postmortems-backend'));\nbackend.start();",
    ),
  );
}

/** Makes the template installable with what this repository knows to be there. */
function fitToRegistry(dir: string, tarballs: Map<string, string>) {
  const { resolutions, dependenciesMeta, packageManager } = JSON.parse(
    readFileSync(join(rootDir, 'package.json'), 'utf8'),
  );
  editJson(join(dir, 'package.json'), manifest => ({
    ...manifest,
    packageManager,
    dependenciesMeta,
    resolutions: {
      ...resolutions,
      // Packages that are not published yet depend on each other.
      ...Object.fromEntries(
        [...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]),
      ),
    },
  }));
  // The versions of dependencies that are known to fit together.
  copyFileSync(join(rootDir, 'yarn.lock'), join(dir, 'yarn.lock'));
  // The Yarn of this repository instead of the one in the template.
  rmSync(join(dir, '.yarn/releases'), { recursive: true });
  edit(join(dir, '.yarnrc.yml'), text => text.replace(/^yarnPath:.*$/m, ''));

  editJson(join(dir, 'packages/backend/package.json'), manifest => ({
    ...manifest,
    dependencies: Object.fromEntries(
      Object.entries(manifest.dependencies).filter(
        ([name]) => !LEFT_OUT.test(name),
      ),
    ),
  }));
  edit(join(dir, 'packages/backend/src/index.ts'), source =>
    source.replace(
      /backend\.add\(\s*import\('([^']+)'\),?\s*\);/g,
      (add, name) => (LEFT_OUT.test(name) ? '' : add),
    ),
  );
}

function edit(file: string, change: (text: string) => string) {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function editJson(file: string, change: (json: any) => object) {
  edit(file, text => JSON.stringify(change(JSON.parse(text)), undefined, 2));
}
