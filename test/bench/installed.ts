import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { rootDir } from '../../scripts/lib/paths.mjs';

const run = promisify(execFile);

const PLUGIN = 'backstage-plugin-postmortems-backend';
const PACKAGES = [
  PLUGIN,
  'backstage-plugin-postmortems-common',
  'backstage-plugin-postmortems-node',
];
const DIR = join(rootDir, 'test-results/bench/installed');

/**
 * Packs the plugin with its workspace dependencies as for publishing, and unpacks them into a
 * `node_modules` inside the repository, which provides all other dependencies.
 *
 * @returns the path of the module to add to a portal
 */
export async function installPlugin(): Promise<string> {
  rmSync(DIR, { recursive: true, force: true });
  const { packPlugins } = await import('../stranger/packPlugins.mts');
  const tarballs = await packPlugins({
    targetDir: join(DIR, 'packed'),
    logDir: DIR,
    only: PACKAGES,
  });
  for (const [name, tarball] of tarballs) {
    const dir = installed(name);
    mkdirSync(dir, { recursive: true });
    await run('tar', ['-xzf', tarball, '-C', dir, '--strip-components=1']);
  }
  const { main } = JSON.parse(
    readFileSync(join(installed(PLUGIN), 'package.json'), 'utf8'),
  );
  return pathToFileURL(join(installed(PLUGIN), main)).href;
}

function installed(name: string): string {
  return join(DIR, 'node_modules', name);
}
