import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import {
  findTarballProblems,
  readTarball,
} from '../../scripts/lib/tarballs.mjs';
import { publishedPackages } from '../../scripts/lib/publishedPackages.mjs';
import { runLogged } from '../support/portal.mts';

/**
 * Builds and packs every package that gets published, or `only` some, as publishing does.
 *
 * @throws if one could not be published
 * @returns the tarball of each by the name of its package
 */
export async function packPlugins(options: {
  targetDir: string;
  logDir: string;
  only?: string[];
}): Promise<Map<string, string>> {
  const { targetDir, logDir, only } = options;
  mkdirSync(targetDir, { recursive: true });
  const run = (command: string, args: string[], cwd = rootDir) =>
    runLogged(command, args, { cwd, logFile: join(logDir, 'pack.log') });

  // The build gathers each package's type declarations from what the compiler puts there.
  await run('tsc', []);
  await run('backstage-cli', ['repo', 'build']);

  const problems: string[] = [];
  const tarballs = new Map<string, string>();
  for (const { name, dir } of publishedPackages()) {
    if (only && !only.includes(name)) continue;
    const tarball = join(targetDir, `${name.replace(/\W+/g, '-')}.tgz`);
    await run('yarn', ['pack', '--out', tarball], dir);
    tarballs.set(name, tarball);
    problems.push(...findTarballProblems(await readTarball(tarball)));
  }
  if (problems.length > 0) {
    throw new Error(`Not fit to be published:\n${problems.join('\n')}`);
  }
  return tarballs;
}
