import { z } from 'zod';
import { keyed, readDelivery } from './reading';

describe('readDelivery', () => {
  const schema = z.object({ incident: z.object({ id: z.string() }) });
  const read = (body: string) =>
    readDelivery({ body: Buffer.from(body) }, schema);

  it('parses by the schema', () => {
    expect(read('{"incident":{"id":"ü","more":1}}')).toEqual({
      incident: { id: 'ü' },
    });
  });

  it.each([
    ['', 'must be JSON'],
    ['{"incident":', 'must be JSON'],
    ['null', 'body must be an object'],
    ['{"incident":{"id":7}}', 'incident.id must be a string'],
  ])('explains what is wrong with %p', (body, message) => {
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

  it('gives equal changes the same key', () => {
    expect(keyed({ ...change, labels: ['a', 'b'] })).toEqual({
      ...change,
      key: keyOf({}),
    });
    const { kind, ...rest } = change;
    expect(keyOf({})).toBe(keyed({ ...rest, kind, labels: ['a', 'b'] }).key);
    expect(keyOf({ url: undefined })).toBe(keyOf({}));
    expect(keyOf({}).length).toBeLessThanOrEqual(300);
  });

  it('gives different changes different keys', () => {
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
