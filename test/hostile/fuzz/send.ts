import assert from 'node:assert/strict';
import type { HostilePortal, User } from '../portal';
import type { FuzzRequest } from './requests';

/** Maximum response time, even on a busy machine. */
const TIMEOUT_MS = 60_000;

/** Node's limit for the URL and headers together. */
const HEAD_LIMIT = 16_384;

/** The path of a request, with placeholders resolved. */
export function pathOf({ operation, path }: FuzzRequest): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name) => encode(path[name]));
}

/** A documented response. */
export interface Answer {
  status: number;
  text: string;
}

/** Sends a request, and validates the response against the document. */
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
  // Rejected before it reaches the plugin.
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
  // A token without a signature.
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'user:default/alice', ent: [], aud: 'backstage' };
  return {
    Authorization: `Bearer ${part({ alg: 'none' })}.${part(claims)}.`,
  };
}

/** Internals that no error may contain. */
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
    assert.ok(!text.includes(secret), `${operation.name} leaked a secret`);
  }
}
