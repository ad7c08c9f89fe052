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

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a test runner a file to report to, and removes it afterwards.
 *
 * @template T
 * @param {(report: { file: string, readText: () => string | undefined, read: () => any }) => Promise<T>} use
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
