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
import type { HostilePortal, User } from '../portal';
import type { FuzzRequest } from './requests';

/** No answer may take longer, however busy the machine. */
const TIMEOUT_MS = 60_000;

/** Of the address and headers together; of longer ones Node's server reads no more. */
const HEAD_LIMIT = 16_384;

/** The path of a request, by what is known in this moment. */
export function pathOf({ operation, path }: FuzzRequest): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name) => encode(path[name]));
}

/** An answer that is what its operation may answer. */
export interface Answer {
  status: number;
  text: string;
}

/** Sends a request, and holds the answer against what the document says of it. */
export async function send(
  portal: HostilePortal,
  request: FuzzRequest,
): Promise<Answer> {
  const { operation, headers } = request;
  const user = String(request.user) as User | 'nobody' | 'forger';
  const address = addressOf(portal, request);
  const sent = { ...headers, ...tokenOf(portal, user) };
  const response = await fetch(address, {
    method: operation.method.toUpperCase(),
    headers: sent,
    body:
      operation.method === 'get' || request.body === undefined
        ? undefined
        : bodyOf(request.body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer = { status: response.status, text: await response.text() };
  // Refused before it comes to the plugin, whose document has nothing to say of it.
  const isTooLong =
    address.length + JSON.stringify(sent).length > HEAD_LIMIT - 1_024;
  if (answer.status === 431 && isTooLong) return answer;
  check(portal, request, user, response, answer);
  return answer;
}

function addressOf(portal: HostilePortal, request: FuzzRequest): string {
  const search = request.query
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  return `${portal.api}${pathOf(request)}${search && `?${search}`}`;
}

function encode(value: unknown): string {
  return encodeURIComponent(Buffer.from(String(value)).toString());
}

function bodyOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function tokenOf(portal: HostilePortal, user: User | 'nobody' | 'forger') {
  if (user === 'nobody') return {};
  if (user !== 'forger') return portal.headers(user);
  // Who signs it with nothing.
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'user:default/alice', ent: [], aud: 'backstage' };
  return {
    Authorization: `Bearer ${part({ alg: 'none' })}.${part(claims)}.`,
  };
}

/** What no error may tell: how it looks inside. */
const INSIDE =
  /SQLITE_|violates .{1,80} constraint|syntax error at|relation \\"|node_modules|\.ts:\d|\.js:\d/;

function check(
  portal: HostilePortal,
  { operation }: FuzzRequest,
  user: string,
  response: Response,
  { status, text }: Answer,
): void {
  const said = `${operation.name} answered ${status}: ${text.slice(0, 1_000)}`;
  assert.equal(portal.exitCode(), undefined, 'The backend ended');
  assert.ok(status < 500, said);
  const stated = operation.answers.get(status);
  assert.ok(stated, `${said}\nwhich the document does not know of`);
  if (user === 'nobody' || user === 'forger') assert.equal(status, 401, said);

  const type = response.headers.get('content-type')?.split(';')[0];
  assert.equal(type, stated.type, said);
  const json = type === 'application/json' ? JSON.parse(text) : text;
  const validate = stated.validator?.();
  if (validate && !validate(json)) {
    assert.fail(`${said}\n${JSON.stringify(validate.errors)}`);
  }
  if (status < 300) {
    const { revision } = Object(json) as { revision?: number };
    const etag = response.headers.get('etag');
    if (revision !== undefined) assert.equal(etag, `"${revision}"`, said);
  } else {
    assert.doesNotMatch(text, INSIDE, said);
    assert.equal(json.error.stack, undefined, said);
  }
  for (const secret of Object.values(portal.secrets)) {
    assert.ok(!text.includes(secret), `${operation.name} told a secret`);
  }
}
