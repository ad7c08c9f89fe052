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

// The one entry point behind `npm start` and `npm test` (and `yarn start`, `yarn test`).
// Runs on any Node from 18 on, with nothing installed: everything it imports is in scripts/lib
// and depends on Node alone. The commands themselves run on the Node that Backstage supports.

import { join } from 'node:path';
import { installDependencies } from './lib/dependencies.mjs';
import { toolchainEnvironment } from './lib/environment.mjs';
import { reportAndExit, say, Trouble } from './lib/output.mjs';
import { scriptsDir } from './lib/paths.mjs';
import { supervise } from './lib/supervise.mjs';
import { ensureNode, isSupportedNode } from './lib/toolchain/node.mjs';
import { ensureYarn, writeYarnShim } from './lib/toolchain/yarn.mjs';

const COMMANDS = ['start', 'test'];

async function main() {
  const [command, ...args] = process.argv.slice(2);
  if (!COMMANDS.includes(command)) {
    throw new Trouble(
      `Unknown command "${command ?? ''}", expected one of: ${COMMANDS.join(
        ', ',
      )}`,
    );
  }

  const { node, env } = startedByYarn() ? useOwnTools() : await provideTools();
  const script = join(scriptsDir, 'commands', `${command}.mjs`);
  process.exitCode = await supervise(node, [script, ...args], { env });
}

function startedByYarn() {
  return (process.env.npm_config_user_agent ?? '').startsWith('yarn/');
}

/** Yarn users bring their own Node and install by themselves. */
function useOwnTools() {
  if (!isSupportedNode(process.version)) {
    throw new Trouble(
      `With Yarn, Node 22 or 24 is needed and this is ${process.version}: switch Node, or use npm, which gets one by itself`,
    );
  }
  return { node: process.execPath, env: process.env };
}

/** npm users need nothing but npm: Node, Yarn and the dependencies are put in place first. */
async function provideTools() {
  const node = await ensureNode();
  const yarn = await ensureYarn();
  const env = toolchainEnvironment(process.env, {
    node,
    yarnShimDir: writeYarnShim({ node, yarn }),
  });
  await installDependencies({ node, yarn, env });
  if (node !== process.execPath) {
    say(`Running on Node from ${node}`);
  }
  return { node, env };
}

main().catch(reportAndExit);
