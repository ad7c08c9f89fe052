// @ts-check

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { installTrouble } from './installTrouble.mjs';

const FAILED_BUILD = `➤ YN0000: ┌ Link step
➤ YN0007: │ isolated@npm:1.0.0 must be built because it never has been before
➤ YN0009: │ isolated@npm:1.0.0 couldn't be built successfully (exit code 1)
➤ YN0000: └ Completed in 2s`;

/** @param {string[]} commands */
const onlyHas = (...commands) => {
  return (/** @type {string} */ command) => commands.includes(command);
};

describe('installTrouble', () => {
  it('reports an unreachable registry with the cause', () => {
    const { message } = installTrouble(
      '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry.example',
      'Installing failed',
    );
    assert.match(message, /registry cannot be reached \(ENOTFOUND\)/);
  });

  it('reports an outdated lockfile', () => {
    const { message } = installTrouble(
      '➤ YN0028: │ The lockfile would have been modified by this install',
      'Installing failed',
    );
    assert.match(message, /run `yarn install` and commit yarn\.lock/);
  });

  it('reports missing build tools and how to install them', () => {
    const { message } = installTrouble(
      FAILED_BUILD,
      'Installing failed',
      onlyHas('make'),
    );
    assert.match(message, /^No C\+\+ compiler and no Python found/);
    assert.match(message, /apt-get install build-essential python3/);
  });

  it('reports the error itself if the tools are installed', () => {
    const { message } = installTrouble(
      FAILED_BUILD,
      'Installing failed',
      onlyHas('g++', 'make', 'python3'),
    );
    assert.equal(
      message,
      "Installing failed: ➤ YN0009: │ isolated@npm:1.0.0 couldn't be built successfully (exit code 1)",
    );
  });
});
