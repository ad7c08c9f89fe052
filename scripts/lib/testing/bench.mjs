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

import { runTool } from '../runTool.mjs';
import { ONE_FAILED, ONE_PASSED } from './counts.mjs';

/** Few rows and no time to warm up: what it prints are no figures. */
const SMALL = ['--databases=sqlite', '--sizes=200', '--connections=2'];
const ONCE = ['--rounds=1', '--requests=4'];

/**
 * Runs the benchmark at a size that says nothing about speed, to see that it still runs and that
 * every request of it is answered.
 *
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export async function runBench() {
  const exitCode = await runTool(process.execPath, [
    '--require=@backstage/cli-node/config/nodeTransform.cjs',
    'test/bench/run.ts',
    ...SMALL,
    ...ONCE,
  ]);
  return exitCode === 0 ? ONE_PASSED : ONE_FAILED;
}
