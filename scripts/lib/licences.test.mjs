// @ts-check

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXCEPTIONS, installedWithPlugins, isPermissive } from './licences.mjs';

describe('isPermissive', () => {
  it('accepts one permissive alternative with all its parts', () => {
    for (const licence of ['MIT', '(MIT OR GPL-3.0)', 'ISC AND MIT']) {
      assert.ok(isPermissive(licence), licence);
    }
    for (const licence of ['', 'GPL-3.0', 'MIT AND LGPL-2.1', 'UNLICENSED']) {
      assert.ok(!isPermissive(licence), licence);
    }
  });
});

describe('packages installed with the plugins', () => {
  const installed = installedWithPlugins();

  it('have permissive licences', () => {
    assert.ok(installed.length > 100, `${installed.length} packages`);
    assert.deepEqual(
      installed
        .filter(({ licence }) => !isPermissive(licence))
        .map(({ name }) => name)
        .filter(name => !(name in EXCEPTIONS)),
      [],
    );
  });

  it('need every exception', () => {
    const needing = installed
      .filter(({ licence }) => !isPermissive(licence))
      .map(({ name }) => name);
    assert.deepEqual(
      [...new Set(needing)].sort(),
      Object.keys(EXCEPTIONS).sort(),
    );
  });
});
