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

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import backendDefaults from '@backstage/backend-defaults/package.json';

const BEGIN = '<!-- results of yarn bench -->';
const END = '<!-- end of the results -->';

/** When, with what and on what it was measured. */
export function circumstances(now: Date, servers: string[]): string {
  const [cpu] = cpus();
  return [
    `Measured on ${now.toISOString().slice(0, 10)} with Node ${
      process.versions.node
    }, backend-defaults ${
      backendDefaults.version
    } of Backstage and ${servers.join(' and ')}, on ${
      cpus().length
    } cores (${cpu.model.trim()}) with ${Math.round(
      totalmem() / 2 ** 30,
    )} GB of memory, which also ran the client and the database.`,
    '',
  ].join('\n');
}

/** Writes the results into a page, in place of those of another time. */
export function writeInto(file: string, results: string): void {
  const page = readFileSync(file, 'utf8');
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`${file} must have the lines ${BEGIN} and ${END}`);
  }
  writeFileSync(
    file,
    `${page.slice(
      0,
      begin + BEGIN.length,
    )}\n\n${results.trim()}\n\n${page.slice(end)}`,
  );
  // Tables are written without regard to their columns.
  execFileSync(process.execPath, [
    require.resolve('prettier/bin-prettier.js'),
    '--write',
    file,
  ]);
}
