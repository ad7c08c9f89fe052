// @ts-check

import { ConfigSources, StaticConfigSource } from '@backstage/config-loader';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { assertPortsAreFree, portsFromConfig } from './ports.mjs';

/** @param {import('@backstage/types').JsonObject} data */
async function portsOf(data) {
  const config = await ConfigSources.toConfig(
    StaticConfigSource.create({ data }),
  );
  config.close();
  return portsFromConfig(config).map(({ port, settings }) => [port, settings]);
}

describe('portsFromConfig', () => {
  it('defaults to 3000 and 7007', async () => {
    assert.deepEqual(await portsOf({}), [
      [3000, 'app.baseUrl and backend.cors.origin'],
      [7007, 'backend.listen.port and backend.baseUrl'],
    ]);
  });

  it('reads what the CLI and the backend read', async () => {
    assert.deepEqual(
      await portsOf({
        app: { baseUrl: 'https://portal.example', listen: { port: 3100 } },
        backend: { listen: '0.0.0.0:7100' },
      }),
      [
        [3100, 'app.listen.port, app.baseUrl and backend.cors.origin'],
        [7100, 'backend.listen.port and backend.baseUrl'],
      ],
    );
    assert.deepEqual(
      await portsOf({
        app: { baseUrl: 'http://localhost:3200' },
        backend: { listen: { port: 7200 } },
      }).then(ports => ports.map(([port]) => port)),
      [3200, 7200],
    );
  });
});

describe('assertPortsAreFree', () => {
  for (const host of ['127.0.0.1', '::1']) {
    it(`names the port in use on ${host} and the setting to change`, async () => {
      const server = createServer().listen(0, host);
      await once(server, 'listening');
      const { port } = /** @type {import('node:net').AddressInfo} */ (
        server.address()
      );
      const use = { packageDir: '', label: 'backend', port, settings: 'a.b' };

      await assert.rejects(assertPortsAreFree([use]), {
        name: 'Trouble',
        message: new RegExp(`Port ${port} for the backend is in use.* set a.b`),
      });

      server.close();
      await once(server, 'close');
      await assertPortsAreFree([use]);
    });
  }
});
