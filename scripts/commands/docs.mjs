// @ts-check

// `yarn docs`: generates docs/configuration.md and docs/api-reference.md. With --check, fails if one is
// out of date. Needs Backstage's TypeScript loader, because the API is described in TypeScript.

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
    '../../plugins/postmortems-backend/src/http/openapi',
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
    throw new Trouble(`Out of date: ${names}. Run "yarn docs".`);
  }
}

main().catch(reportAndExit);
