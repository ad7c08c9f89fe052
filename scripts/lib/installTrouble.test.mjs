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
import { installTrouble } from './installTrouble.mjs';

const FAILED_BUILD = `➤ YN0000: ┌ Link step
➤ YN0007: │ isolated@npm:1.0.0 must be built because it never has been before
➤ YN0009: │ isolated@npm:1.0.0 couldn't be built successfully (exit code 1)
➤ YN0000: └ Completed in 2s`;

/** @param {string[]} commands */
const onlyHas = (...commands) => {
  return (/** @type {string} */ command) => commands.includes(command);
};

describe('installTrouble', () => {
  it('tells that the registry cannot be reached, and why', () => {
    const { message } = installTrouble(
      '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry.example',
      'Installing failed',
    );
    assert.match(message, /registry cannot be reached \(ENOTFOUND\)/);
  });

  it('tells that the lockfile is out of date', () => {
    const { message } = installTrouble(
      '➤ YN0028: │ The lockfile would have been modified by this install',
      'Installing failed',
    );
    assert.match(message, /run `yarn install` and commit yarn\.lock/);
  });

  it('tells which build tools are missing and how to get them', () => {
    const { message } = installTrouble(
      FAILED_BUILD,
      'Installing failed',
      onlyHas('make'),
    );
    assert.match(message, /^No C\+\+ compiler and no Python found/);
    assert.match(message, /apt-get install build-essential python3/);
  });

  it('gives the error itself where the tools are there', () => {
    const { message } = installTrouble(
      FAILED_BUILD,
      'Installing failed',
      onlyHas('g++', 'make', 'python3'),
    );
    assert.equal(
      message,
      "Installing failed: ➤ YN0009: │ isolated@npm:1.0.0 couldn't be built successfully (exit code 1)",
    );
  });
});
