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

import { join } from 'node:path';
import { rootDir } from '../paths.mjs';
import { runNodeTest } from './nodeTest.mjs';
import { withPostgres } from './postgres.mjs';

/**
 * Attacks a portal over HTTP, on each database.
 *
 * @param {string[]} [flags] further ones of Node's test runner
 */
export function runHostile(flags = []) {
  return withPostgres(env =>
    runNodeTest(
      [join(rootDir, 'test/hostile/hostile.test.ts')],
      ['--require=@backstage/cli-node/config/nodeTransform.cjs', ...flags],
      env,
    ),
  );
}
