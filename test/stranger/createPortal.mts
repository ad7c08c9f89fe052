import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { ensureRegistryPackage } from '../../scripts/lib/toolchain/registryPackage.mjs';
import { runLogged } from '../support/portal.mts';
import { findDuplicates } from './duplicates.mts';
import type { Template } from './variants.ts';

const CREATE_APP = { name: '@backstage/create-app', version: '0.9.2' };

/**
 * Packages of the template with native parts that are compiled or downloaded on install, which
 * cannot be taken for granted where this runs.
 */
const LEFT_OUT = /^@backstage\/plugin-scaffolder-backend/;

const FRONTEND = 'backstage-plugin-postmortems';
const BACKEND = 'backstage-plugin-postmortems-backend';
const SOURCE = 'backstage-plugin-postmortems-backend-module-alertmanager';
const SEARCH = 'backstage-plugin-search-backend-module-postmortems';

/** Says the newest versions in the registry instead of the release that the plugins are built for. */
const isNewest = process.env.STRANGER_RELEASE === 'newest';

/** Makes a portal from a template and adds the plugins as docs/installation.md says. */
export async function createPortal(options: {
  dir: string;
  template: Template;
  tarballs: Map<string, string>;
  logDir: string;
}) {
  const { dir, template, tarballs, logDir } = options;
  const run = (command: string, args: string[], cwd: string, log = 'create') =>
    runLogged(command, args, {
      cwd,
      logFile: join(logDir, `${log}.log`),
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
  fitToRegistry(dir);
  if (isNewest) {
    await run('yarn', ['up', '@backstage/*', '--mode=update-lockfile'], dir);
  } else {
    raise(dir);
    await run('yarn', ['install', '--mode=update-lockfile'], dir);
  }
  const lockfile = join(dir, 'yarn.lock');
  const before = findDuplicates(readFileSync(lockfile, 'utf8'));

  const modules = [...tarballs.keys()].filter(name =>
    name.startsWith(`${BACKEND}-module-`),
  );
  resolveToTarballs(dir, tarballs);
  addDependencies(join(dir, 'packages/app'), [FRONTEND], tarballs);
  addDependencies(
    join(dir, 'packages/backend'),
    [BACKEND, SOURCE, SEARCH],
    tarballs,
  );
  addDependencies(
    join(dir, 'packages/backend'),
    modules.filter(name => name !== SOURCE),
    tarballs,
    // They are installed as the documented one is.
    false,
  );
  await run('yarn', ['install'], dir, 'install');
  judgeInstallation({
    template,
    before,
    after: findDuplicates(readFileSync(lockfile, 'utf8')),
    output: readFileSync(join(logDir, 'install.log'), 'utf8'),
  });

  edit(join(dir, 'packages/backend/src/index.ts'), source =>
    source.replace(
      'backend.start();',
      [
        documented(`backend.add(import('${BACKEND}'));`),
        documented(`backend.add(import('${SOURCE}'));`),
        documented(`backend.add(import('${SEARCH}'));`),
        ...modules
          .filter(name => name !== SOURCE)
          .map(name => `backend.add(import('${name}'));`),
        'backend.start();',
      ].join('\n'),
    ),
  );
  appendFileSync(
    join(dir, 'app-config.yaml'),
    `\n${documented(`postmortems:
  incidentSources:
    alertmanager:
      secrets:
        - \${ALERTS_SECRET}
`)}`,
  );
  if (template === 'legacy') addToLegacyApp(join(dir, 'packages/app/src'));
  else addHomeWidget(dir);
}

/** Fails on what the plugins bring into a portal that was in order without them. */
function judgeInstallation(options: {
  template: Template;
  before: Map<string, string[]>;
  after: Map<string, string[]>;
  /** What Yarn printed. */
  output: string;
}) {
  const { template, before, after, output } = options;
  const problems = [
    ...[...after]
      .filter(
        ([name, versions]) => before.get(name)?.length !== versions.length,
      )
      .map(([name, versions]) => `${name} twice: ${versions.join(', ')}`),
    ...output
      .split('\n')
      .filter(line => /YN0002|YN0060|YN0086/.test(line))
      .filter(line => /postmortems/.test(line)),
  ];
  if (problems.length > 0) {
    throw new Error(
      `Because of the plugins, the ${template} portal has\n${problems.join(
        '\n',
      )}`,
    );
  }
}

/** Sets the ranges that `versions:bump` would, for the release that the plugins are built for. */
function raise(dir: string) {
  const { release, packages } = JSON.parse(
    readFileSync(join(rootDir, 'test/stranger/release.json'), 'utf8'),
  ) as { release: string; packages: Record<string, string> };
  for (const folder of ['.', 'packages/app', 'packages/backend']) {
    editJson(join(dir, folder, 'package.json'), manifest => {
      for (const kind of ['dependencies', 'devDependencies']) {
        for (const name of Object.keys(manifest[kind] ?? {})) {
          if (packages[name]) manifest[kind][name] = `^${packages[name]}`;
          if (name === 'typescript') manifest[kind][name] = '~5.9.0';
        }
      }
      return manifest;
    });
  }
  editJson(join(dir, 'backstage.json'), json => ({
    ...json,
    version: release,
  }));
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
    const withCards = source.replace(
      /(const overviewContent = [^]*?)(<\/Grid>\n\);)/,
      (_, before, end) =>
        before +
        documented(`<Grid item md={6} xs={12}>
  <EntityPostmortemsCard />
</Grid>`) +
        documented(`<Grid item md={6} xs={12}>
  <EntityPostmortemInsightsCard />
</Grid>`) +
        end,
    );
    return documented(`import {
  EntityPostmortemInsightsCard,
  EntityPostmortemsCard,
  EntityPostmortemsContent,
} from 'backstage-plugin-postmortems/legacy';`).concat(
      '\n',
      insertBefore(
        withCards,
        '</EntityLayout>',
        documented(`<EntityLayout.Route path="/postmortems" title="Postmortems">
  <EntityPostmortemsContent />
</EntityLayout.Route>`),
      ),
    );
  });
}

/** The template lists the widgets of its home page, so ours must be in the list. */
function addHomeWidget(dir: string) {
  const widget = documented(`            - component: HomePagePostmortems
              column: 0
              row: 13
              width: 12
              height: 6
`);
  edit(join(dir, 'app-config.yaml'), text => {
    // At the end of the list: the grid moves widgets that come later in the list.
    const list = /^ {10}defaultConfig:\n(?: {12}.*\n)*/m;
    if (!list.test(text)) throw new Error('The template has no defaultConfig');
    return text.replace(list, found => `${found}${widget}`);
  });
}

/** Makes sure that readers of the documentation are told the same. */
function documented(code: string): string {
  const page = readFileSync(join(rootDir, 'docs/installation.md'), 'utf8');
  // Snippets in numbered steps are indented.
  const isThere = ['', '   '].some(indent =>
    page.includes(code.replace(/^(?=.)/gm, indent)),
  );
  if (!isThere) throw new Error(`docs/installation.md does not say:\n${code}`);
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
  areDocumented = true,
) {
  if (areDocumented) {
    for (const name of names) {
      documented(`yarn --cwd packages/${basename(dir)} add ${name}\n`);
    }
  }
  editJson(join(dir, 'package.json'), manifest => ({
    ...manifest,
    dependencies: {
      ...manifest.dependencies,
      ...Object.fromEntries(
        names.map(name => [name, `file:${tarballs.get(name)}`]),
      ),
    },
  }));
}

/** Packages that are not published yet depend on each other. */
function resolveToTarballs(dir: string, tarballs: Map<string, string>) {
  editJson(join(dir, 'package.json'), manifest => ({
    ...manifest,
    resolutions: {
      ...manifest.resolutions,
      ...Object.fromEntries(
        [...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]),
      ),
    },
  }));
}

/** Makes the template installable with what this repository knows to be there. */
function fitToRegistry(dir: string) {
  const { resolutions, dependenciesMeta, packageManager } = JSON.parse(
    readFileSync(join(rootDir, 'package.json'), 'utf8'),
  );
  editJson(join(dir, 'package.json'), manifest => ({
    ...manifest,
    packageManager,
    dependenciesMeta,
    resolutions: { ...manifest.resolutions, ...resolutions },
  }));
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
