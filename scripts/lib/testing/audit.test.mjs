// @ts-check

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { judge } from './audit.mjs';

it('an audit fails on findings, and is skipped without the registry', t => {
  t.mock.method(console, 'error', () => {});
  const finding = '{"value":"left-pad","children":{"Severity":"high"}}\n';

  assert.equal(judge('', false).passed, 1);
  assert.deepEqual(judge(finding, true), {
    passed: 0,
    failed: 1,
    skipped: 0,
    note: '1 known weaknesses',
  });
  const { failed, skipped } = judge('Internal Error: HTTPError', true);
  assert.deepEqual([failed, skipped], [0, 1]);
});
