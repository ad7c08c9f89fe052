// @ts-check

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { rootDir } from '../paths.mjs';

it('docs/architecture.md names only files that exist', () => {
  const page = readFileSync(join(rootDir, 'docs/architecture.md'), 'utf8');
  const named = [...page.matchAll(/`([\w./-]+\.tsx?)`/g)].map(
    ([, file]) => file,
  );
  assert.ok(named.length > 80, `${named.length} files`);
  const files = globSync('{plugins,packages,test}/**/*.{ts,tsx}', {
    cwd: rootDir,
    exclude: path => path.endsWith('node_modules'),
  });
  assert.deepEqual(
    named.filter(name => !files.some(file => `/${file}`.endsWith(`/${name}`))),
    [],
  );
});
