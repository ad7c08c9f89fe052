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

// Writes the pages of docs/ that are made from the code: the configuration and the API reference.
// With --check, fails if one is not as it would be written. Runs with Backstage's loader of
// TypeScript, as the API is described there.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { apiReferencePage } from '../lib/docs/apiReferencePage.mjs';
import { configurationPage } from '../lib/docs/configurationPage.mjs';
import { reportAndExit, say, Trouble } from '../lib/output.mjs';
import { rootDir } from '../lib/paths.mjs';

async function main() {
  const load = createRequire(import.meta.url);
  const prettier = load('prettier');
  const { openApiDocument } = load(
    '../../plugins/postmortems-backend/src/rest/openapi',
  );
  const pages = {
    'docs/configuration.md': await configurationPage(),
    'docs/api-reference.md': apiReferencePage(openApiDocument()),
  };
  const stale = Object.entries(pages).filter(([name, text]) => {
    const file = join(rootDir, name);
    const page = prettier.format(text, { filepath: file });
    const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === page;
    if (!isCurrent && !process.argv.includes('--check')) {
      writeFileSync(file, page);
      say(`wrote ${name}`);
      return false;
    }
    return !isCurrent;
  });
  if (stale.length > 0) {
    const names = stale.map(([name]) => name).join(' and ');
    throw new Trouble(`Out of date: ${names}; yarn docs writes pages anew`);
  }
}

main().catch(reportAndExit);
