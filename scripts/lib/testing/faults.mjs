// @ts-check

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../paths.mjs';
import { runNodeTest } from './nodeTest.mjs';

/**
 * Simulates real faults in portals with their own databases.
 *
 * @param {string[]} [paths] test files; default: all
 * @param {string[]} [flags] flags for Node's test runner
 */
export function runFaults(paths = [join(rootDir, 'test/faults')], flags = []) {
  return runNodeTest(paths.flatMap(testsIn), [
    '--require=@backstage/cli-node/config/nodeTransform.cjs',
    '--test-concurrency=2',
    ...flags,
  ]);
}

/** @param {string} path */
function testsIn(path) {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path)
    .filter(file => file.endsWith('.test.ts'))
    .map(file => join(path, file));
}
