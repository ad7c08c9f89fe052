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

import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** What the portal may warn of, because it is none of ours. */
const ALLOWED: { message: RegExp; reason: string }[] = [];

test('the portal logged no errors and no warnings', () => {
  const logFile = process.env.PORTAL_LOG;
  test.skip(!logFile, 'only for a portal that the tests have started');

  const lines = stripVTControlCharacters(
    readFileSync(String(logFile), 'utf8'),
  ).split('\n');
  expect(lines).not.toEqual([]);
  const problems = lines
    .filter(line => /^\S+ \S+ (warn|error) /.test(line))
    .filter(line => !ALLOWED.some(({ message }) => message.test(line)));

  expect(problems).toEqual([]);
});
