// @ts-check

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findTarballProblems } from './tarballs.mjs';

const GOOD = {
  name: 'a',
  bytes: 1_000,
  files: [
    'package.json',
    'README.md',
    'LICENSE',
    'dist/index.cjs.js',
    'dist/index.d.ts',
    'migrations/1.js',
  ],
  manifest: {
    description: 'A plugin',
    main: 'dist/index.cjs.js',
    types: 'dist/index.d.ts',
    exports: {
      '.': {
        backstage: '@backstage/BackendFeature',
        require: './dist/index.cjs.js',
      },
      './package.json': './package.json',
    },
    repository: { url: 'https://example.com', directory: 'plugins/a' },
    homepage: 'https://example.com',
    bugs: { url: 'https://example.com/issues' },
    keywords: ['backstage'],
    backstage: { role: 'backend-plugin', pluginId: 'a' },
    dependencies: { b: '^1.0.0' },
  },
};

describe('findTarballProblems', () => {
  it('finds nothing in a publishable tarball', () => {
    assert.deepEqual(findTarballProblems(GOOD), []);
  });

  for (const [what, change, problem] of [
    [
      'sources',
      { files: [...GOOD.files, 'src/index.ts'] },
      'a: src/index.ts must not be published',
    ],
    [
      'tests',
      { files: [...GOOD.files, 'dist/x.test.cjs.js'] },
      'a: dist/x.test.cjs.js must not be published',
    ],
    [
      'a missing licence',
      { files: GOOD.files.filter(file => file !== 'LICENSE') },
      'a: LICENSE is missing',
    ],
    [
      'an entry that is not built',
      { manifest: { ...GOOD.manifest, main: 'dist/other.js' } },
      'a: package.json names dist/other.js, which is missing',
    ],
    [
      'a range of the workspace',
      { manifest: { ...GOOD.manifest, dependencies: { b: 'workspace:^' } } },
      'a: dependencies has b at workspace:^',
    ],
    ['too much', { bytes: 2_000_000 }, /2000000 bytes/],
    [
      'a long description',
      { manifest: { ...GOOD.manifest, description: 'x'.repeat(171) } },
      /description must have/,
    ],
    [
      'no repository',
      { manifest: { ...GOOD.manifest, repository: undefined } },
      'a: repository must have url and directory',
    ],
  ]) {
    it(`finds ${what}`, () => {
      const found = findTarballProblems({
        ...GOOD,
        .../** @type {any} */ (change),
      });
      assert.equal(found.length, 1);
      if (typeof problem === 'string') assert.equal(found[0], problem);
      else assert.match(found[0], /** @type {RegExp} */ (problem));
    });
  }
});
