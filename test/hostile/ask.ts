import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { HostilePortal, User } from './portal';

/** Maximum response time, even on a busy machine. */
const TIMEOUT_MS = 60_000;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * Sends a request to the plugin, and checks that the response is no internal error and leaks no
 * secret.
 */
export async function ask(
  portal: HostilePortal,
  path: string,
  request: {
    method?: string;
    user?: User;
    headers?: Record<string, string>;
    body?: BodyInit;
  } = {},
): Promise<Answer> {
  const { method = 'GET', user, headers, body } = request;
  const response = await fetch(`${portal.api}${path}`, {
    method,
    headers: { ...(user && portal.headers(user)), ...headers },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const { status } = response;
  const text = await response.text();
  harmless(portal, status, text);
  return { status, headers: response.headers, text };
}

/** The same with a JSON body. */
export function send(
  portal: HostilePortal,
  user: User,
  path: string,
  body: unknown,
  request: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { method = 'POST', headers } = request;
  return ask(portal, path, {
    method,
    user,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/**
 * Sends raw bytes that no client would send.
 *
 * @returns status 0 if the server closed the connection
 */
export async function askRaw(
  portal: HostilePortal,
  head: string[],
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(portal.url);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('No response')));
  let text = '';
  socket.setEncoding('utf8').on('data', part => {
    text += part;
  });
  // The server does not read a rejected request to its end, which resets the connection.
  const ended = new Promise<void>(resolve => {
    socket.on('close', () => resolve()).on('error', () => {});
  });
  socket.write([...head, 'Connection: close', '', ''].join('\r\n'), 'latin1');
  await ended;
  const status = Number(text.match(/^HTTP\/1\.1 (\d{3})/)?.[1] ?? 0);
  harmless(portal, status, text);
  return { status, text };
}

function harmless(portal: HostilePortal, status: number, text: string): void {
  assert.equal(portal.exitCode(), undefined, 'The backend ended');
  assert.ok(status < 500, `It answered ${status}: ${text.slice(0, 500)}`);
  for (const [name, secret] of Object.entries(portal.secrets)) {
    assert.ok(!text.includes(secret), `An answer tells the secret ${name}`);
  }
}
