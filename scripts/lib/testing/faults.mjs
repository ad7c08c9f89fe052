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

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../paths.mjs';
import { runNodeTest } from './nodeTest.mjs';

/**
 * Makes real faults in a portal, with databases of its own.
 *
 * @param {string[]} [paths] all of them, unless files are named
 * @param {string[]} [flags] further ones of Node's test runner
 */
export function runFaults(paths = [join(rootDir, 'test/faults')], flags = []) {
  return runNodeTest(paths.flatMap(testsIn), [
    '--require=@backstage/cli-node/config/nodeTransform.cjs',
    '--test-concurrency=2',
    ...flags,
  ]);
}

/** @param {string} path */
function testsIn(path) {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path)
    .filter(file => file.endsWith('.test.ts'))
    .map(file => join(path, file));
}
