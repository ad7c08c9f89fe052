// @ts-check

import { spawnSync } from 'node:child_process';
import { Trouble } from './output.mjs';

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET\w*|socket hang up|network request failed|self.signed certificate|unable to get local issuer certificate/i;

const LOCKFILE_OUTDATED = /YN0028/;

const BUILD_FAILED = /YN0009|gyp ERR!/;

/**
 * Converts the output of a failed install to one line that says what to do.
 *
 * @param {string} output output of npm or Yarn
 * @param {string} failure what failed, for unrecognized output
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
