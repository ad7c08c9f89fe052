// @ts-check

// `npm run pack`: builds and packs every published package, checks the tarballs, and prints how to
// install them before they are on npm.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { packPlugins } from '../../test/stranger/packPlugins.mts';
import { reportAndExit, say } from '../lib/output.mjs';
import { rootDir } from '../lib/paths.mjs';

async function main() {
  const targetDir = join(rootDir, 'dist', 'packages');
  rmSync(targetDir, { recursive: true, force: true });
  const tarballs = await packPlugins({
    targetDir,
    logDir: join(rootDir, 'test-results', 'pack'),
  });

  say(
    `Packed ${tarballs.size} packages into dist/packages. Add this to "resolutions" in the package.json at the root of your portal:`,
  );
  process.stdout.write(
    `${[...tarballs]
      .map(([name, tarball]) => `    "${name}": "file:${tarball}"`)
      .join(',\n')}\n`,
  );
}

main().catch(reportAndExit);
