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
import { it } from 'node:test';
import { judge } from './audit.mjs';

it('an audit fails for what it finds, and is left out where nobody answers', t => {
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
