// @ts-check

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfigKeys } from './docs/configKeys.mjs';
import { rootDir } from './paths.mjs';
import { publishedPackages } from './publishedPackages.mjs';

const read = (/** @type {string[]} */ ...path) =>
  readFileSync(join(...path), 'utf8');

/** Keys that other packages describe. */
const KEYS_OF_OTHERS = [
  'app.baseUrl',
  'permission.enabled',
  'incident.fields.${kind}',
];

describe('published packages', () => {
  for (const { name, dir, manifest, entryPoints } of publishedPackages()) {
    it(`${name} has a LICENSE, a README and a catalog entry`, () => {
      assert.equal(read(dir, 'LICENSE'), read(rootDir, 'LICENSE'));
      assert.match(read(dir, 'README.md'), new RegExp(`^# ${name}\n`));
      assert.match(
        read(dir, 'catalog-info.yaml'),
        new RegExp(`name: ${name}\n`),
      );
      assert.equal(manifest.license, 'Apache-2.0');
      assert.equal(manifest.publishConfig.access, 'public');
    });

    it(`${name} depends on all packages in its public API`, () => {
      const known = Object.keys({
        ...manifest.dependencies,
        ...manifest.peerDependencies,
      });
      const reports = entryPoints.map(entry =>
        read(
          dir,
          entry.name === 'index'
            ? 'report.api.md'
            : `report-${entry.name}.api.md`,
        ),
      );
      const imported = reports
        .flatMap(report => [
          ...report.matchAll(/^import .* from '([^']+)';$/gm),
        ])
        .map(([, path]) => path.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? path)
        .filter(path => !path.startsWith('node:'));
      assert.deepEqual(
        [...new Set(imported)].filter(path => !known.includes(path)),
        [],
      );
    });
  }
});

describe('configuration', async () => {
  const packages = await readConfigKeys();
  const keys = packages.flatMap(pkg => pkg.keys);

  it('describes every key', () => {
    const foreign =
      /^(postmortems\.owningTeams|search\.collators\.postmortems)\.schedule\./;
    assert.deepEqual(
      keys
        .filter(({ key, description }) => !description && !foreign.test(key))
        .map(({ key }) => key),
      [],
    );
  });

  it('marks every secret', () => {
    assert.deepEqual(
      keys
        .filter(({ key }) => /(secrets?|token|apiKey)$/i.test(key))
        .filter(({ secret }) => !secret)
        .map(({ key }) => key),
      [],
    );
  });

  it('has all keys that the code reads', () => {
    const names = new Set(keys.flatMap(({ key }) => key.split(/\.|\[\]\.?/)));
    const files = globSync('plugins/*/src/**/*.ts', { cwd: rootDir }).filter(
      file => !/\.test\.ts$|__testUtils__|testUtils/.test(file),
    );
    const unknown = files.flatMap(file =>
      [
        ...read(rootDir, file).matchAll(
          /\b(?:root|rootConfig|config|exclude)\??\s*\.get(?:Optional)?(?:String|Number|Boolean|Config|StringArray|ConfigArray)?\(\s*['`]([^'`]+)['`]/gi,
        ),
      ]
        .map(([, key]) => key)
        .filter(key => !KEYS_OF_OTHERS.includes(key))
        .filter(key =>
          key
            .split('.')
            .some(part => !part.startsWith('${') && !names.has(part)),
        )
        .map(key => `${file}: ${key}`),
    );
    assert.ok(files.length > 100);
    assert.deepEqual(unknown, []);
  });
});

describe('the site of the documentation', () => {
  it('links existing pages', () => {
    const pages = [...read(rootDir, 'mkdocs.yml').matchAll(/: (\S+\.md)$/gm)];
    assert.ok(pages.length > 20);
    assert.deepEqual(
      pages
        .map(([, page]) => page)
        .filter(page => !existsSync(join(rootDir, 'docs', page))),
      [],
    );
  });
});
