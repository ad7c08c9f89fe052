// @ts-check

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Provides a temporary report file for a test runner.
 *
 * @template T
 * @param {(report: { file: string, readText: () => string | undefined, read: () => any }) =>
 *   Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withReport(use) {
  const dir = mkdtempSync(join(tmpdir(), 'test-report-'));
  const file = join(dir, 'report');
  const readText = () =>
    existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const read = () => {
    const text = readText();
    return text && JSON.parse(text);
  };
  try {
    return await use({ file, readText, read });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
