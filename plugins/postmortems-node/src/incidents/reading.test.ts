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

import { z } from 'zod';
import { keyed, readDelivery } from './reading';

describe('readDelivery', () => {
  const schema = z.object({ incident: z.object({ id: z.string() }) });
  const read = (body: string) =>
    readDelivery({ body: Buffer.from(body) }, schema);

  it('reads what the schema allows', () => {
    expect(read('{"incident":{"id":"ü","more":1}}')).toEqual({
      incident: { id: 'ü' },
    });
  });

  it.each([
    ['', 'not JSON'],
    ['{"incident":', 'not JSON'],
    ['null', 'as a whole: '],
    ['{"incident":{"id":7}}', 'incident.id: '],
  ])('says what is wrong with %p', (body, message) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('keyed', () => {
  const change = {
    kind: 'described',
    incident: 'I1',
    at: '2026-03-10T09:14:00Z',
    title: 'Checkout down',
    labels: ['a', 'b'],
  } as const;
  const keyOf = (more: object) => keyed({ ...change, ...more } as never).key;

  it('gives what says the same the same key', () => {
    expect(keyed({ ...change, labels: ['a', 'b'] })).toEqual({
      ...change,
      key: keyOf({}),
    });
    const { kind, ...rest } = change;
    expect(keyOf({})).toBe(keyed({ ...rest, kind, labels: ['a', 'b'] }).key);
    expect(keyOf({ url: undefined })).toBe(keyOf({}));
    expect(keyOf({}).length).toBeLessThanOrEqual(300);
  });

  it('gives what differs in anything another key', () => {
    const keys = [
      {},
      { title: 'Checkout up' },
      { labels: ['b', 'a'] },
      { labels: [] },
      { url: '' },
      { incident: 'I2' },
      { at: '2026-03-10T09:14:00.000Z' },
    ].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
