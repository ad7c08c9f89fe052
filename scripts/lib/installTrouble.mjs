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

import { spawnSync } from 'node:child_process';
import { Trouble } from './output.mjs';

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET\w*|socket hang up|network request failed|self.signed certificate|unable to get local issuer certificate/i;

const LOCKFILE_OUTDATED = /YN0028/;

const BUILD_FAILED = /YN0009|gyp ERR!/;

/**
 * Turns the output of a failed install into the one line that says what to do.
 *
 * @param {string} output what npm or Yarn printed
 * @param {string} failure what was attempted, for the cases that are not recognised
 * @param {(command: string) => boolean} [hasCommand]
 * @returns {Trouble}
 */
export function installTrouble(output, failure, hasCommand = isOnPath) {
  const unreachable = output.match(UNREACHABLE);
  if (unreachable) {
    return new Trouble(
      `The package registry cannot be reached (${unreachable[0]}): check the network, and \`npm config get registry\` and the proxy settings`,
    );
  }
  if (LOCKFILE_OUTDATED.test(output)) {
    return new Trouble(
      'yarn.lock does not fit the package.json files: run `yarn install` and commit yarn.lock',
    );
  }
  if (BUILD_FAILED.test(output)) {
    const missing = missingBuildTools(hasCommand);
    if (missing.length > 0) {
      return new Trouble(
        `No ${missing.join(
          ' and no ',
        )} found, which better-sqlite3 needs to be compiled: on Debian or Ubuntu run \`apt-get install build-essential python3\`, on macOS \`xcode-select --install\``,
      );
    }
  }
  return new Trouble(`${failure}: ${lastErrorLine(output)}`);
}

/** @param {(command: string) => boolean} hasCommand */
function missingBuildTools(hasCommand) {
  const missing = [];
  if (!['c++', 'g++', 'clang++'].some(hasCommand)) {
    missing.push('C++ compiler');
  }
  if (!hasCommand('make')) {
    missing.push('make');
  }
  if (!['python3', 'python'].some(hasCommand)) {
    missing.push('Python');
  }
  return missing;
}

/** @param {string} command */
function isOnPath(command) {
  return (
    spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' })
      .status === 0
  );
}

/** @param {string} output */
function lastErrorLine(output) {
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const errors = lines.filter(line =>
    /\berror\b|ERR!|YN0001|YN0009/i.test(line),
  );
  return (errors.length > 0 ? errors : lines).pop() ?? 'no output';
}
