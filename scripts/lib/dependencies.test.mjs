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

  it('stays the same until something that decides the install changes', () => {
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
  it('picks the lines that say what takes time', () => {
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
