import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { ask, askRaw, send } from './ask';
import type { HostilePortal } from './portal';

/** Occurs in a postmortem that mallory may not see. */
const HIDDEN = 'Xylophone';

/** Paths that parsers interpret differently. */
const PATHS = [
  '/postmortems/%00',
  '/postmortems/PM-1%00',
  '/postmortems/PM-1%0d%0aX-Injected:%20yes',
  '/postmortems/%E0%A4%A',
  '/postmortems/%',
  '/postmortems/PM-1%2f..%2f%ID%',
  '/postmortems/..%2fpostmortems%2f%ID%',
  '/postmortems/../postmortems/%ID%',
  '/postmortems/./%ID%',
  '/postmortems//%ID%',
  '/postmortems/%ID%/',
  '/postmortems/%ID%;a=b',
  '/postmortems/%ID%%20',
  '/postmortems/%ID%%23x',
  '/postmortems/%ID%?id=PM-1',
  '/POSTMORTEMS/%ID%',
  '/postmortems\\%ID%',
  '/postmortems/%2550M-1',
  '/postmortems/0x1',
  '/postmortems/１',
  '/incident-sources/../postmortems/%ID%',
  '/incident-sources/..%2fpostmortems%2f%ID%',
  '/incident-sources/%2e%2e/postmortems/%ID%',
  '/ticket-trackers/../postmortems/%ID%',
  '/ticket-trackers/%2e%2e%2fpostmortems/%ID%',
  '/incident-sources/generic/../../../catalog/entities',
  '/../../etc/passwd',
];

/** Query strings that parsers interpret differently. */
const QUERIES: [query: string, status: number][] = [
  ['q=a&q=b', 400],
  ['limit=1&limit=100', 400],
  ['limit=1e9', 400],
  ['limit=0x10', 200],
  ['limit[]=1', 200],
  ['limit[$gt]=1', 400],
  ['status[0]=draft', 200],
  ['status[a]=draft', 400],
  ['status=draft%00', 400],
  ['q=%00', 400],
  ['q=%ED%A0%80', 200],
  ['q[toString]=x', 400],
  ['cursor=%7B%7D', 400],
  ['cursor=eyJhIjoxfQ', 400],
  ['orderField=title,asc;drop', 400],
  ['orderField=constructor,asc', 400],
  [`entityRef=a:b/${'c'.repeat(400)}`, 400],
  [Array(60).fill('label=a').join('&'), 400],
  [Array(3_000).fill('a=b').join('&'), 400],
];

/** Checks that alternative paths do not bypass authorization. */
export function paths(portal: () => HostilePortal): void {
  let hidden: string;
  before(async () => {
    const made = await send(portal(), 'sam', '/postmortems', {
      title: HIDDEN,
      severity: 'SEV-1',
      startedAt: '2026-03-10T09:00:00Z',
      entityRefs: ['component:default/door-lock'],
      ownerRef: 'user:default/sam',
      visibility: 'restricted',
    });
    assert.equal(made.status, 201, made.text);
    hidden = JSON.parse(made.text).id;
  });

  it('no spelling of a path bypasses permissions or authentication', async () => {
    const { host } = new URL(portal().url);
    for (const path of PATHS) {
      const target = `/api/postmortems${path.replaceAll('%ID%', hidden)}`;
      for (const user of ['mallory', undefined] as const) {
        const token = user && portal().headers(user).Authorization;
        const { status, text } = await askRaw(portal(), [
          `GET ${Buffer.from(target).toString('latin1')} HTTP/1.1`,
          `Host: ${host}`,
          ...(token ? [`Authorization: ${token}`] : []),
        ]);
        assert.ok(
          status === 0 || status >= 400,
          `${user} gets ${status} for ${target}`,
        );
        assert.ok(!text.includes(HIDDEN), `${user} reads it by ${target}`);
        assert.doesNotMatch(text, /^x-injected/im);
      }
    }
  });

  it('ambiguous queries are rejected', async () => {
    for (const [query, status] of QUERIES) {
      const answer = await ask(portal(), `/postmortems?${query}`, {
        user: 'mallory',
      });
      assert.equal(answer.status, status, `${query}: ${answer.text}`);
      assert.ok(!answer.text.includes(HIDDEN), query);
    }
  });

  it('malformed requests are rejected, and change nothing', async () => {
    const { host } = new URL(portal().url);
    const { Authorization } = portal().headers('sam');
    const path = `/api/postmortems/postmortems/${hidden}`;
    const usual = [`Host: ${host}`, `Authorization: ${Authorization}`];
    const requests: [head: string[], allowed: number[]][] = [
      [
        [`GET ${path} HTTP/1.1`, ...usual, `X: ${'x'.repeat(70_000)}`],
        [431, 0],
      ],
      [[`GET ${path} HTTP/1.1`, ...usual, 'X\u0000Y: 1'], [400]],
      [
        [
          `GET ${path} HTTP/1.1`,
          ...usual,
          'Content-Length: 1',
          'Transfer-Encoding: chunked',
        ],
        [400],
      ],
      [[`GET ${path} HTTP/1.1`, ...usual, 'Content-Length: -1'], [400]],
      [
        [`TRACE ${path} HTTP/1.1`, ...usual],
        [404, 405],
      ],
      [[`FOO ${path} HTTP/1.1`, ...usual], [400]],
      [
        [
          `GET ${path} HTTP/1.1`,
          ...usual,
          'X-HTTP-Method-Override: DELETE',
          'If-Match: "1"',
        ],
        [200],
      ],
      [
        [`POST ${path}?_method=DELETE HTTP/1.1`, ...usual, 'Content-Length: 0'],
        [404],
      ],
      [
        [
          `GET ${path} HTTP/1.1`,
          'Host: evil.test',
          usual[1],
          'X-Forwarded-Host: evil.test',
        ],
        [200],
      ],
    ];
    for (const [head, allowed] of requests) {
      const { status, text } = await askRaw(portal(), head);
      assert.ok(allowed.includes(status), `${head[0]} answered ${status}`);
      assert.doesNotMatch(text, /evil\.test/);
    }
    const { status } = await ask(portal(), `/postmortems/${hidden}`, {
      user: 'sam',
    });
    assert.equal(status, 200);
  });
}
