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

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { HostilePortal, User } from './portal';

/** No answer may take longer, however busy the machine. */
const TIMEOUT_MS = 60_000;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** Asks the plugin something, which never breaks it and never tells a secret. */
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

/** The same with JSON. */
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
 * Sends what no client would let through, byte by byte.
 *
 * @returns status 0 where the server hung up
 */
export async function askRaw(
  portal: HostilePortal,
  head: string[],
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(portal.url);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('No answer')));
  let text = '';
  socket.setEncoding('utf8').on('data', part => {
    text += part;
  });
  // What the server refuses early it does not read to its end, which is a reset.
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
