import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rootDir } from '../../scripts/lib/paths.mjs';
import { getAsGuest } from '../support/api.ts';
import { startPortal } from '../support/portal.mts';

/**
 * Starts the demo portal that the end-to-end tests run against, unless PORTAL_URL names a running
 * one. The tests find it through the environment, which they inherit.
 */
export default async function globalSetup() {
  if (process.env.PORTAL_URL) {
    return undefined;
  }
  const logDir = join(rootDir, 'test-results/portal');
  await rm(logDir, { recursive: true, force: true });
  const portal = await startPortal({
    dir: rootDir,
    logDir,
    isReady: hasDemoContent,
  });
  process.env.PORTAL_URL = portal.url;
  process.env.PORTAL_LOG = portal.logFile;
  return portal.stop;
}

interface IncidentSources {
  items: { deliveries: Record<string, number> }[];
}

async function hasDemoContent(url: string) {
  const files = readdirSync(
    join(rootDir, 'packages/backend/demo/postmortems'),
  ).filter(file => file.endsWith('.yaml'));
  const { totalItems } = await getAsGuest<{ totalItems: number }>(
    url,
    '/api/postmortems/postmortems?limit=1',
  );
  const sources = await getAsGuest<IncidentSources>(
    url,
    '/api/postmortems/incident-sources',
  );
  const { deliveries } = sources.items[0];
  // What is sent last is refused as it is; nothing comes in after that.
  return (
    totalItems >= files.length &&
    deliveries.parked > 0 &&
    deliveries.pending === 0
  );
}
