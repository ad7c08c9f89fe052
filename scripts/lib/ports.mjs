// @ts-check

import { connect } from 'node:net';
import { Trouble } from './output.mjs';

/**
 * A port that the portal will listen on.
 *
 * @typedef {{ packageDir: string, label: string, port: number, settings: string }} PortUse
 */

/**
 * The configured ports, read like the Backstage CLI and backend do.
 *
 * @param {import('@backstage/config').Config} config
 * @returns {PortUse[]}
 */
export function portsFromConfig(config) {
  return [
    {
      packageDir: 'packages/app',
      label: 'frontend',
      port: frontendPort(config),
      settings: config.has('app.listen.port')
        ? 'app.listen.port, app.baseUrl and backend.cors.origin'
        : 'app.baseUrl and backend.cors.origin',
    },
    {
      packageDir: 'packages/backend',
      label: 'backend',
      port: backendPort(config),
      settings: 'backend.listen.port and backend.baseUrl',
    },
  ];
}

/** @param {import('@backstage/config').Config} config */
function frontendPort(config) {
  const baseUrl = config.getOptionalString('app.baseUrl') ?? '/';
  const url = new URL(baseUrl, 'http://localhost:3000');
  return (
    config.getOptionalNumber('app.listen.port') ??
    Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  );
}

/** @param {import('@backstage/config').Config} config */
function backendPort(config) {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'string') {
    return Number(listen.split(':').pop());
  }
  return config.getOptionalNumber('backend.listen.port') ?? 7007;
}

/**
 * Fails if a port is taken, naming the setting to change.
 *
 * @param {PortUse[]} uses
 */
export async function assertPortsAreFree(uses) {
  for (const { label, port, settings } of uses) {
    if (await isAnswering(port)) {
      throw new Trouble(
        `Port ${port} for the ${label} is in use: stop the program that uses it, or set ${settings} in app-config.local.yaml to another port`,
      );
    }
  }
}

/** @param {number} port */
async function isAnswering(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(host => canConnect(host, port)),
  );
  return answers.includes(true);
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function canConnect(host, port) {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const finish = (/** @type {boolean} */ connected) => {
      socket.destroy();
      resolve(connected);
    };
    socket.setTimeout(1000, () => finish(false));
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
  });
}
