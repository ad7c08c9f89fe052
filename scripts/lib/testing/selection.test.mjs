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
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rootDir } from '../paths.mjs';
import { runnerFor, stepsForPaths, toPattern } from './selection.mjs';

/** @param {string} path */
const inRepository = path => join(rootDir, path);

describe('stepsForPaths', () => {
  it('sends every path to the runner it is for', () => {
    const runners = {
      'plugins/postmortems/src/plugin.test.tsx': 'packages',
      plugins: 'packages',
      'test/e2e': 'end-to-end',
      'test/e2e/portal.spec.ts': 'end-to-end',
      'scripts/lib/ports.test.mjs': 'node',
      'test/stranger': 'stranger',
    };
    for (const [path, runner] of Object.entries(runners)) {
      assert.equal(runnerFor(inRepository(path)), runner, path);
    }
  });

  it('refuses a path that is not there', () => {
    assert.throws(() => stepsForPaths(['plugins/none.test.ts'], []), {
      name: 'Trouble',
      message: /no test file or folder .*plugins\/none\.test\.ts$/,
    });
  });
});

describe('toPattern', () => {
  it('matches exactly the file, or all that is in the folder', () => {
    const file = inRepository('scripts/run.mjs');
    assert.match(file, new RegExp(toPattern(file)));
    assert.doesNotMatch(`${file}x`, new RegExp(toPattern(file)));

    const folder = inRepository('scripts');
    assert.match(file, new RegExp(toPattern(folder)));
    assert.doesNotMatch(`${folder}-old/a.ts`, new RegExp(toPattern(folder)));
  });
});
