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

import { execFile } from 'node:child_process';
import { rootDir } from '../paths.mjs';
import { ONE_FAILED, ONE_PASSED, ONE_SKIPPED } from './counts.mjs';

const TIMEOUT_MS = 120_000;

/**
 * Asks the registry for known weaknesses of what is installed with the packages. Those that do not
 * concern us stand with their reason under `npmAuditIgnoreAdvisories` in .yarnrc.yml.
 *
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export function audit() {
  const args = ['npm', 'audit', '--all', '--recursive', '--json'];
  return new Promise(resolve => {
    execFile(
      'yarn',
      [...args, '--environment', 'production'],
      { cwd: rootDir, timeout: TIMEOUT_MS, maxBuffer: 64 * 1_024 * 1_024 },
      (error, stdout) => resolve(judge(stdout, Boolean(error))),
    );
  });
}

/**
 * @param {string} stdout a line of JSON for each package with a known weakness
 * @param {boolean} failed as it does for findings, and where the registry does not answer
 * @returns {import('./steps.mjs').StepResult}
 */
export function judge(stdout, failed) {
  const findings = stdout.split('\n').filter(line => line.startsWith('{'));
  if (findings.length > 0) {
    console.error(findings.join('\n'));
    return { ...ONE_FAILED, note: `${findings.length} known weaknesses` };
  }
  return failed
    ? { ...ONE_SKIPPED, note: 'the registry did not say what is known' }
    : ONE_PASSED;
}
