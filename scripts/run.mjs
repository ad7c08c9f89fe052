// @ts-check

// Entry point of `npm start`, `npm test` and `npm run pack`, also with Yarn. Runs on Node 18 or
// later without dependencies: everything it imports is in scripts/lib and needs only Node. The
// commands run on a Node that Backstage supports.

import { join } from 'node:path';
import { installDependencies } from './lib/dependencies.mjs';
import { toolchainEnvironment } from './lib/environment.mjs';
import { reportAndExit, say, Trouble } from './lib/output.mjs';
import { scriptsDir } from './lib/paths.mjs';
import { supervise } from './lib/supervise.mjs';
import { ensureNode, isSupportedNode } from './lib/toolchain/node.mjs';
import { ensureYarn, writeYarnShim } from './lib/toolchain/yarn.mjs';

const COMMANDS = ['start', 'test', 'pack'];

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

/** Yarn users bring their own Node and dependencies. */
function useOwnTools() {
  if (!isSupportedNode(process.version)) {
    throw new Trouble(
      `With Yarn, Node 22 or 24 is needed and this is ${process.version}: switch Node, or use npm, which gets one by itself`,
    );
  }
  return { node: process.execPath, env: process.env };
}

/** npm users need only npm: Node, Yarn and dependencies are installed first. */
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
