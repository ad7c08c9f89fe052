// @ts-check

import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * npm settings that Yarn has under another name, so that npm users need not configure Yarn.
 *
 * @type {Record<string, string[]>}
 */
const YARN_SETTINGS_FROM_NPM = {
  YARN_NPM_REGISTRY_SERVER: ['npm_config_registry'],
  YARN_HTTP_PROXY: ['npm_config_proxy', 'HTTP_PROXY'],
  YARN_HTTPS_PROXY: ['npm_config_https_proxy', 'HTTPS_PROXY'],
  YARN_HTTPS_CA_FILE_PATH: ['npm_config_cafile'],
};

/**
 * The environment for running on the given Node, with the repository's tools first on the PATH.
 *
 * @param {NodeJS.ProcessEnv} inherited
 * @param {{ node: string, yarnShimDir: string }} tools
 * @returns {NodeJS.ProcessEnv}
 */
export function toolchainEnvironment(inherited, { node, yarnShimDir }) {
  const env = { ...inherited };

  env.PATH = [
    yarnShimDir,
    dirname(node),
    join(rootDir, 'node_modules', '.bin'),
    inherited.PATH,
  ]
    .filter(Boolean)
    .join(delimiter);

  // Native add-ons must be compiled against the headers of the Node that loads them. An inherited
  // value may belong to another Node; without one, node-gyp downloads the right headers.
  const prefix = dirname(dirname(node));
  if (existsSync(join(prefix, 'include', 'node', 'node.h'))) {
    env.npm_config_nodedir = prefix;
  } else {
    delete env.npm_config_nodedir;
  }

  for (const [yarnSetting, sources] of Object.entries(YARN_SETTINGS_FROM_NPM)) {
    const value = sources.map(name => inherited[name]).find(Boolean);
    if (value && !inherited[yarnSetting]) {
      env[yarnSetting] = value;
    }
  }

  const registry = env.YARN_NPM_REGISTRY_SERVER;
  if (registry?.startsWith('http:')) {
    env.YARN_UNSAFE_HTTP_WHITELIST ??= new URL(registry).hostname;
  }

  return env;
}
