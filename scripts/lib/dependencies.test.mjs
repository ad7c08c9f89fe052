// @ts-check

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { dependencyFingerprint, yarnProgress } from './dependencies.mjs';

describe('dependencyFingerprint', () => {
  /** @type {string} */
  let root;

  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'workspace-'));
    write('package.json', '{ "workspaces": ["plugins/*"] }');
    write('yarn.lock', 'a@1');
    write('.yarnrc.yml', 'nodeLinker: node-modules');
    write('plugins/one/package.json', '{}');
    write('plugins/README.md', 'no workspace');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('changes only with inputs of the install', () => {
    const seen = new Set([dependencyFingerprint(root, 'v24.0.0')]);
    write('plugins/one/src/index.ts', 'export {}');
    seen.add(dependencyFingerprint(root, 'v24.0.0'));
    assert.equal(seen.size, 1);

    seen.add(dependencyFingerprint(root, 'v22.0.0'));
    for (const file of [
      'yarn.lock',
      '.yarnrc.yml',
      'plugins/one/package.json',
      'plugins/two/package.json',
    ]) {
      write(file, `changed ${file}`);
      seen.add(dependencyFingerprint(root, 'v24.0.0'));
    }
    assert.equal(seen.size, 6);
  });
});

describe('yarnProgress', () => {
  it('picks the lines about slow steps', () => {
    assert.deepEqual(
      yarnProgress(
        [
          '➤ YN0000: · Yarn 4.18.1',
          '➤ YN0000: ┌ Fetch step',
          '➤ YN0000: └ Completed in 44s 388ms',
          '➤ YN0007: │ @scope/native@npm:18.4.0 must be built because it never has been before',
        ].join('\n'),
      ),
      ['fetch step', 'building @scope/native'],
    );
  });
});
