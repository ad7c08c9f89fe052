// @ts-check

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { toolchainEnvironment } from './environment.mjs';

describe('toolchainEnvironment', () => {
  const prefix = mkdtempSync(join(tmpdir(), 'node-'));
  const tools = { node: join(prefix, 'bin', 'node'), yarnShimDir: '/shims' };
  after(() => rmSync(prefix, { recursive: true }));

  it('puts the tools before everything else on the PATH', () => {
    const { PATH } = toolchainEnvironment({ PATH: '/usr/bin' }, tools);
    assert.match(
      String(PATH),
      new RegExp(`^/shims:${prefix}/bin:.*/node_modules/.bin:/usr/bin$`),
    );
  });

  it('compiles against the headers of the Node in use, whatever was inherited', () => {
    const inherited = { npm_config_nodedir: '/another/node' };
    assert.equal(
      'npm_config_nodedir' in toolchainEnvironment(inherited, tools),
      false,
    );

    mkdirSync(join(prefix, 'include', 'node'), { recursive: true });
    writeFileSync(join(prefix, 'include', 'node', 'node.h'), '');
    assert.equal(
      toolchainEnvironment(inherited, tools).npm_config_nodedir,
      prefix,
    );
  });

  it('passes npm settings to Yarn, unless Yarn has its own', () => {
    const env = toolchainEnvironment(
      {
        npm_config_registry: 'http://npm.example:4873/',
        HTTPS_PROXY: 'http://proxy.example',
        YARN_HTTPS_PROXY: 'http://yarn-proxy.example',
      },
      tools,
    );
    assert.equal(env.YARN_NPM_REGISTRY_SERVER, 'http://npm.example:4873/');
    assert.equal(env.YARN_UNSAFE_HTTP_WHITELIST, 'npm.example');
    assert.equal(env.YARN_HTTPS_PROXY, 'http://yarn-proxy.example');
    assert.equal('YARN_HTTP_PROXY' in env, false);
  });
});
