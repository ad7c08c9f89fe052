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

import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * Settings that people have made for npm and that Yarn knows under another name.
 * Whoever can install with npm must not have to configure a second package manager.
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
 * The environment in which everything runs on the given Node, with the repository's tools first.
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
  // value may point at another Node's; without one node-gyp downloads the right headers.
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
