// @ts-check

import { join } from 'node:path';
import { rootDir } from '../paths.mjs';
import { runNodeTest } from './nodeTest.mjs';
import { withPostgres } from './postgres.mjs';

/**
 * Attacks a portal over HTTP, on each database.
 *
 * @param {string[]} [flags] flags for Node's test runner
 */
export function runHostile(flags = []) {
  return withPostgres(env =>
    runNodeTest(
      [join(rootDir, 'test/hostile/hostile.test.ts')],
      ['--require=@backstage/cli-node/config/nodeTransform.cjs', ...flags],
      env,
    ),
  );
}
