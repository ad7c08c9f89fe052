import assert from 'node:assert/strict';
import { it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ask } from './ask';
import { readDocument } from './fuzz/document';
import type { HostilePortal } from './portal';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Maximum delay of other requests while such bodies are parsed, on a busy machine. */
const LONGEST_WAIT_MS = 10_000;

/** Bodies that are excessive in size or structure. */
const BODIES: [
  what: string,
  body: () => string | Buffer<ArrayBuffer>,
  status: number,
][] = [
  ['too large', () => `{"title":"${'x'.repeat(11_000_000)}"}`, 413],
  ['arrays in arrays', () => '['.repeat(100_000) + ']'.repeat(100_000), 400],
  [
    'objects in objects',
    () => `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    400,
  ],
  ['very many keys', () => JSON.stringify(manyKeys()), 400],
  ['very many items', () => JSON.stringify(Array(1_000_000).fill(1)), 400],
  ['a number too long', () => `{"title":1${'0'.repeat(1_000_000)}}`, 400],
  ['nothing but spaces', () => ' '.repeat(5_000_000), 400],
  [
    'no UTF-8',
    () => Buffer.from('7b2274223a22ff'.concat('c080227d'), 'hex'),
    400,
  ],
];

function manyKeys(): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: 200_000 }, (_, index) => [`key${index}`, index]),
  );
}

/** Checks that excessive bodies are rejected, and that the server keeps working. */
export function bodies(portal: () => HostilePortal): void {
  for (const [what, body, status] of BODIES) {
    it(`a body that is ${what} is refused`, async () => {
      const operations = await readDocument(portal());
      const sent = body();
      const taking = operations.filter(({ body: schema }) => schema);
      // All endpoints parse alike, so megabytes are sent to only one.
      const some = taking.slice(0, sent.length > 1_000_000 ? 1 : 8);
      for (const { method, path, ifMatch, name } of some) {
        const answer = await ask(portal(), fill(path), {
          method: method.toUpperCase(),
          user: 'mallory',
          headers: { ...JSON_TYPE, ...(ifMatch && { 'If-Match': '"1"' }) },
          body: sent,
        });
        assert.equal(answer.status, status, `${name}: ${answer.text}`);
        assert.ok(answer.text.length < 5_000, `${name} sends it back`);
      }
    });
  }

  it('a body that is small until it is unpacked is refused', async () => {
    const { status } = await ask(portal(), '/import', {
      method: 'POST',
      user: 'mallory',
      headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
      body: gzipSync(Buffer.alloc(200_000_000, ' ')),
    });
    assert.equal(status, 413);
  });

  it('keys such as __proto__ are regular keys', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      for (const body of [
        `{"title":"x","${key}":{"polluted":"yes","status":"published"}}`,
        `{"links":[{"url":"https://example.com","${key}":{"polluted":"yes"}}]}`,
      ]) {
        const answer = await ask(portal(), '/postmortems', {
          method: 'POST',
          user: 'mallory',
          headers: JSON_TYPE,
          body,
        });
        assert.equal(answer.status, 400, answer.text);
      }
      const query = `/postmortems?${key}[polluted]=yes&${key}=yes`;
      const { status } = await ask(portal(), query, { user: 'mallory' });
      assert.equal(status, key === '__proto__' ? 200 : 400);
    }
    const { text } = await ask(portal(), '/policy', { user: 'mallory' });
    assert.doesNotMatch(text, /polluted/);
  });

  it('other requests are served in the meantime', async () => {
    let ended = false;
    const sending = Promise.all(
      BODIES.map(([, body]) =>
        ask(portal(), '/import', {
          method: 'POST',
          user: 'mallory',
          headers: JSON_TYPE,
          body: body(),
        }),
      ),
    ).finally(() => {
      ended = true;
    });
    let served = 0;
    while (!ended) {
      const began = Date.now();
      const { status } = await ask(portal(), '/postmortems', { user: 'alice' });
      assert.equal(status, 200);
      assert.ok(Date.now() - began < LONGEST_WAIT_MS, 'They have to wait');
      served++;
    }
    await sending;
    assert.ok(served > 0);
  });
}

function fill(path: string): string {
  return path
    .replace('{key}', 'A1')
    .replace('{id}', 'PM-1')
    .replace(/\{\w+\}/, '1');
}
