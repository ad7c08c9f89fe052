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
import { describe, it } from 'node:test';
import { EXCEPTIONS, installedWithPlugins, isPermissive } from './licences.mjs';

describe('isPermissive', () => {
  it('wants one of the choices to be, with all that belongs to it', () => {
    for (const licence of ['MIT', '(MIT OR GPL-3.0)', 'ISC AND MIT']) {
      assert.ok(isPermissive(licence), licence);
    }
    for (const licence of ['', 'GPL-3.0', 'MIT AND LGPL-2.1', 'UNLICENSED']) {
      assert.ok(!isPermissive(licence), licence);
    }
  });
});

describe('what is installed with the plugins', () => {
  const installed = installedWithPlugins();

  it('is all under permissive licences', () => {
    assert.ok(installed.length > 100, `${installed.length} packages`);
    assert.deepEqual(
      installed
        .filter(({ licence }) => !isPermissive(licence))
        .map(({ name }) => name)
        .filter(name => !(name in EXCEPTIONS)),
      [],
    );
  });

  it('needs every exception', () => {
    const needing = installed
      .filter(({ licence }) => !isPermissive(licence))
      .map(({ name }) => name);
    assert.deepEqual(
      [...new Set(needing)].sort(),
      Object.keys(EXCEPTIONS).sort(),
    );
  });
});
