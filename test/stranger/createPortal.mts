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

import {
  appendFileSync,
  copyFileSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { ensureRegistryPackage } from '../../scripts/lib/toolchain/registryPackage.mjs';
import { runLogged } from '../support/portal.mts';
import { ALERTS_SECRET } from './alerts.ts';
import type { Template } from './templates.ts';

/** The one that makes portals of Backstage 1.55.0. */
const CREATE_APP = { name: '@backstage/create-app', version: '0.9.2' };

/**
 * Packages of the template with native parts that are compiled or downloaded on install, which
 * cannot be taken for granted where this runs.
 */
const LEFT_OUT = /^@backstage\/plugin-scaffolder-backend/;

const FRONTEND = 'backstage-plugin-postmortems';
const BACKEND = 'backstage-plugin-postmortems-backend';
const SOURCE = 'backstage-plugin-postmortems-backend-module-alertmanager';

const SOURCE_CONFIG = `
${documented(`postmortems:
  incidentSources:
    alertmanager:
      secrets:`)}
        - ${ALERTS_SECRET}
`;

/** Makes a portal from a template and adds the plugins as docs/installation.md says. */
export async function createPortal(options: {
  dir: string;
  template: Template;
  tarballs: Map<string, string>;
  logDir: string;
}) {
  const { dir, template, tarballs, logDir } = options;
  const run = (command: string, args: string[], cwd: string) =>
    runLogged(command, args, {
      cwd,
      logFile: join(logDir, 'create.log'),
      env: {
        BACKSTAGE_APP_NAME: basename(dir),
        // With CI set, Yarn would refuse to add anything.
        YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      },
    });

  const createApp = await ensureRegistryPackage(CREATE_APP, () => {});
  await run(
    process.execPath,
    [
      join(createApp, 'bin/backstage-create-app'),
      '--skip-install',
      ...(template === 'legacy' ? ['--legacy'] : []),
    ],
    join(dir, '..'),
  );
  fitToRegistry(dir, tarballs);

  addDependencies(join(dir, 'packages/app'), [FRONTEND], tarballs);
  addDependencies(join(dir, 'packages/backend'), [BACKEND, SOURCE], tarballs);
  await run('yarn', ['install'], dir);

  edit(join(dir, 'packages/backend/src/index.ts'), source =>
    source.replace(
      'backend.start();',
      [
        documented(`backend.add(import('${BACKEND}'));`),
        documented(`backend.add(import('${SOURCE}'));`),
        'backend.start();',
      ].join('\n'),
    ),
  );
  appendFileSync(join(dir, 'app-config.yaml'), SOURCE_CONFIG);
  if (template === 'legacy') {
    addToLegacyApp(join(dir, 'packages/app/src'));
  }
}

/** What an app with routes needs; one that discovers its plugins needs nothing. */
function addToLegacyApp(dir: string) {
  edit(join(dir, 'App.tsx'), source =>
    documented(
      "import { PostmortemsPage } from 'backstage-plugin-postmortems/legacy';",
    ).concat(
      '\n',
      insertBefore(
        source,
        '</FlatRoutes>',
        documented(
          '<Route path="/postmortems" element={<PostmortemsPage />} />',
        ),
      ),
    ),
  );
  edit(join(dir, 'components/Root/Root.tsx'), source =>
    documented(
      "import FindInPageIcon from '@material-ui/icons/FindInPage';",
    ).concat(
      '\n',
      insertBefore(
        source,
        '{/* End global nav */}',
        documented(
          '<SidebarItem icon={FindInPageIcon} to="postmortems" text="Postmortems" />',
        ),
      ),
    ),
  );
  edit(join(dir, 'components/catalog/EntityPage.tsx'), source => {
    const withCard = source.replace(
      /(const overviewContent = [^]*?)(<\/Grid>\n\);)/,
      (_, before, end) =>
        before +
        documented(`<Grid item md={6} xs={12}>
  <EntityPostmortemsCard />
</Grid>`) +
        end,
    );
    return documented(`import {
  EntityPostmortemsCard,
  EntityPostmortemsContent,
} from 'backstage-plugin-postmortems/legacy';`).concat(
      '\n',
      insertBefore(
        withCard,
        '</EntityLayout>',
        documented(`<EntityLayout.Route path="/postmortems" title="Postmortems">
  <EntityPostmortemsContent />
</EntityLayout.Route>`),
      ),
    );
  });
}

/** Makes sure that readers of the documentation are told the same. */
function documented(code: string): string {
  const page = readFileSync(join(rootDir, 'docs/installation.md'), 'utf8');
  if (!page.includes(code)) {
    throw new Error(`docs/installation.md does not say:\n${code}`);
  }
  return code;
}

function insertBefore(source: string, mark: string, code: string): string {
  if (!source.includes(mark)) {
    throw new Error(`The template has no ${mark}`);
  }
  return source.replaceAll(mark, `${code}\n${mark}`);
}

/** As `yarn add` does, which would install everything each time. */
function addDependencies(
  dir: string,
  names: string[],
  tarballs: Map<string, string>,
) {
  editJson(join(dir, 'package.json'), manifest => ({
    ...manifest,
    dependencies: {
      ...manifest.dependencies,
      ...Object.fromEntries(
        names.map(name => [
          documentedPackage(dir, name),
          `file:${tarballs.get(name)}`,
        ]),
      ),
    },
  }));
}

function documentedPackage(dir: string, name: string): string {
  documented(`yarn --cwd packages/${basename(dir)} add ${name}\n`);
  return name;
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
