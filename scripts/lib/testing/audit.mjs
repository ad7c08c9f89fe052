// @ts-check

import { execFile } from 'node:child_process';
import { rootDir } from '../paths.mjs';
import { ONE_FAILED, ONE_PASSED, ONE_SKIPPED } from './counts.mjs';

const TIMEOUT_MS = 120_000;

/**
 * Checks installed dependencies for known vulnerabilities. Exceptions are listed with reasons under
 * `npmAuditIgnoreAdvisories` in .yarnrc.yml.
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
 * @param {string} stdout one line of JSON per vulnerable package
 * @param {boolean} failed true for findings and for registry errors
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
