// @ts-check

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rootDir } from '../paths.mjs';
import { runnerFor, stepsForPaths, toPattern } from './selection.mjs';

/** @param {string} path */
const inRepository = path => join(rootDir, path);

describe('stepsForPaths', () => {
  it('assigns each path to its runner', () => {
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

  it('rejects a missing path', () => {
    assert.throws(() => stepsForPaths(['plugins/none.test.ts'], []), {
      name: 'Trouble',
      message: /no test file or folder .*plugins\/none\.test\.ts$/,
    });
  });
});

describe('toPattern', () => {
  it('matches exactly the file or folder', () => {
    const file = inRepository('scripts/run.mjs');
    assert.match(file, new RegExp(toPattern(file)));
    assert.doesNotMatch(`${file}x`, new RegExp(toPattern(file)));

    const folder = inRepository('scripts');
    assert.match(file, new RegExp(toPattern(folder)));
    assert.doesNotMatch(`${folder}-old/a.ts`, new RegExp(toPattern(folder)));
  });
});
