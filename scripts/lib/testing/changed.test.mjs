// @ts-check

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { affectedFiles, changedFiles, testsFor } from './changed.mjs';

const MODEL = 'plugins/postmortems-common/src/model.ts';
const STORE = 'plugins/postmortems-backend/src/store.ts';
const STORE_TEST = 'plugins/postmortems-backend/src/store.test.ts';
const PAGE = 'plugins/postmortems/src/page.tsx';
const PAGE_TEST = 'plugins/postmortems/src/page.test.tsx';

const DEPENDENTS = new Map([
  [MODEL, [STORE, PAGE]],
  [STORE, [STORE_TEST]],
  [PAGE, [PAGE_TEST]],
  [STORE_TEST, []],
  [PAGE_TEST, []],
]);

/** @param {string[]} changed */
const affectedBy = changed =>
  [
    ...affectedFiles(changed, DEPENDENTS, file =>
      file === PAGE_TEST ? 'read("docs/policy.md")' : '',
    ),
  ].sort();

describe('affectedFiles', () => {
  it('follows imports into other packages', () => {
    assert.deepEqual(affectedBy([STORE]), [STORE, STORE_TEST].sort());
    assert.deepEqual(affectedBy([MODEL]), [...DEPENDENTS.keys()].sort());
  });

  it('counts a page as imported by the test that reads it', () => {
    assert.deepEqual(affectedBy(['docs/policy.md']), [
      'docs/policy.md',
      PAGE_TEST,
    ]);
    assert.deepEqual(affectedBy(['docs/other.md']), ['docs/other.md']);
  });

  it('counts migrations and configuration as part of their whole package', () => {
    const migration = 'plugins/postmortems-backend/migrations/1_first.js';
    assert.deepEqual(
      affectedBy([migration]),
      [migration, STORE, STORE_TEST].sort(),
    );
  });

  it('treats everything as affected by the lockfile', () => {
    assert.deepEqual(affectedBy(['yarn.lock']), [...DEPENDENTS.keys()].sort());
  });
});

describe('testsFor', () => {
  it('runs a changed test alone', () => {
    assert.deepEqual(testsFor(new Set([STORE_TEST])), [STORE_TEST]);
  });

  it('adds the browser for a frontend, and everything with a portal for a backend', () => {
    assert.deepEqual(testsFor(new Set([PAGE, PAGE_TEST])), [
      PAGE_TEST,
      'test/e2e',
    ]);
    const forBackend = testsFor(new Set([STORE]));
    assert.ok(forBackend.includes('test/e2e'));
    assert.ok(forBackend.includes('test/hostile/hostile.test.ts'));
    assert.ok(forBackend.includes('test/faults/killed.test.ts'));
  });
});

describe('changedFiles', () => {
  it('explains what to do about a missing branch', async () => {
    await assert.rejects(changedFiles('no-such-branch'), {
      name: 'Trouble',
      message: /no-such-branch.*--changed=BRANCH/,
    });
  });
});
