import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { withPostgresServer } from '../../scripts/lib/postgresServer.mjs';
import { buildApp } from '../support/portal.mts';
import { createPortal } from './createPortal.mts';
import { packPlugins } from './packPlugins.mts';
import { TEMPLATES, VARIANTS, dirVariable } from './variants.ts';

/**
 * Does what someone does who has a new portal and wants postmortems in it, with a portal of each
 * template. The tests start them.
 */
export default async function globalSetup() {
  const logDir = join(rootDir, 'test-results/stranger-portal');
  await rm(logDir, { recursive: true, force: true });
  const workDir = await mkdtemp(join(tmpdir(), 'stranger-'));
  const stopPostgres = await startPostgres();
  const cleanUp = async () => {
    await stopPostgres();
    await rm(workDir, { recursive: true, force: true });
  };

  try {
    const tarballs = await packPlugins({
      targetDir: join(workDir, 'tarballs'),
      logDir,
    });
    for (const template of TEMPLATES) {
      if (!VARIANTS.some(variant => variant.template === template)) continue;
      const dir = join(workDir, `${template}-portal`);
      const options = { dir, logDir: join(logDir, template) };
      await createPortal({ ...options, template, tarballs });
      await buildApp(options);
      process.env[dirVariable(template)] = dir;
    }
    return cleanUp;
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** Starts a server for the variants that need one, which find it by environment variables. */
async function startPostgres(): Promise<() => Promise<void>> {
  if (!VARIANTS.some(({ database }) => database === 'PostgreSQL')) {
    return async () => {};
  }
  let stop = () => {};
  const stopped = new Promise<void>(resolve => {
    stop = resolve;
  });
  let served: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    served = withPostgresServer(async connection => {
      for (const [key, value] of Object.entries(connection)) {
        process.env[`STRANGER_POSTGRES_${key.toUpperCase()}`] = String(value);
      }
      resolve();
      await stopped;
    });
    served.catch(reject);
  });
  return async () => {
    stop();
    await served;
  };
}
