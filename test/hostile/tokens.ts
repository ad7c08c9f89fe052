import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ask } from './ask';
import { readDocument } from './fuzz/document';
import type { HostilePortal } from './portal';

/** Where Backstage sets the cookie for requests without a token, such as images. */
const COOKIE_PATH = '/.backstage/auth/v1/cookie';

/**
 * Checks that requests without a token get nothing, so that other sites cannot use a visitor's
 * browser.
 */
export function tokens(portal: () => HostilePortal): void {
  it('every operation rejects missing tokens, cookies and forged tokens', async () => {
    const operations = await readDocument(portal());
    const given = await ask(portal(), COOKIE_PATH, { user: 'alice' });
    assert.equal(given.status, 200, 'There is such a cookie to try');
    const [cookie] = given.headers.getSetCookie()[0].split(';');
    const [head, payload, signature] = portal()
      .headers('mallory')
      .Authorization.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const alice = Buffer.from(
      JSON.stringify({ ...claims, sub: 'user:default/alice' }),
    ).toString('base64url');
    const attempts: Record<string, Record<string, string>> = {
      'no token': {},
      'a cookie': { Cookie: cookie },
      'the cookie for a token': {
        Authorization: `Bearer ${cookie.split('=')[1]}`,
      },
      'the claims of another': {
        Authorization: `${head}.${alice}.${signature}`,
      },
      'no signature': { Authorization: `${head}.${payload}.` },
      'another scheme': { Authorization: 'Basic YWxpY2U6' },
    };
    for (const [what, headers] of Object.entries(attempts)) {
      for (const { name, method, path } of operations) {
        const { status } = await ask(
          portal(),
          path.replace('{id}', 'PM-1').replace(/\{\w+\}/, '1'),
          { method: method.toUpperCase(), headers },
        );
        assert.equal(status, 401, `${name} with ${what}`);
      }
    }
    // Verify that the token makes the difference.
    for (const { name, method, path } of operations) {
      const { status } = await ask(
        portal(),
        path.replace('{id}', 'PM-999999').replace(/\{\w+\}/, '999999'),
        { method: method.toUpperCase(), user: 'mallory' },
      );
      assert.notEqual(status, 401, name);
    }
  });

  it('form submissions of other sites are rejected, even with a token', async () => {
    const operations = await readDocument(portal());
    const taking = operations.filter(({ body }) => body);
    assert.ok(taking.length > 20);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      for (const { name, method, path, ifMatch } of taking) {
        const { status } = await ask(
          portal(),
          path.replace('{id}', 'PM-1').replace(/\{\w+\}/, '1'),
          {
            method: method.toUpperCase(),
            user: 'alice',
            headers: {
              'Content-Type': type,
              ...(ifMatch && { 'If-Match': '"1"' }),
            },
            body: '{"reason":"x"}',
          },
        );
        assert.equal(status, 415, `${name} with ${type}`);
      }
    }
  });

  it('other sites cannot send or read anything through a browser', async () => {
    const Origin = 'https://evil.test';
    const asked = await ask(portal(), '/postmortems', {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    const got = await ask(portal(), '/policy', {
      user: 'alice',
      headers: { Origin },
    });
    for (const { headers } of [asked, got]) {
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
    assert.equal(got.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(got.headers.get('cache-control'), 'no-store');
  });
}
