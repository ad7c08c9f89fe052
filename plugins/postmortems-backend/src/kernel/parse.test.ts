import { z } from 'zod';
import { parse, parseIfMatch, parseQuery } from './parse';

describe('parse', () => {
  const schema = z.strictObject({
    list: z.array(z.object({ url: z.url() })),
    name: z.string().min(2, { error: 'must be longer' }),
  });

  it('names each field and what it must be', () => {
    expect(() =>
      parse(schema, { list: [{ url: 'x' }], name: 'a', more: 1 }, 'body'),
    ).toThrow(
      /list\[0\]\.url must be .*; name must be longer; more is not known/,
    );
    expect(() => parse(schema, undefined, 'body')).toThrow('body is required');
  });

  it('does not echo all unknown fields', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, n) => [`${'x'.repeat(1_000)}${n}`, n]),
    );
    const refused = () => parse(schema, { list: [], name: 'ab', ...many }, 'x');
    expect(refused).toThrow(
      /^(x{60}…(, )?){5} are not known here; use list, name$/,
    );
  });

  it.each(['a\u0000b', '\ud800', 'a\udc00'])(
    'refuses text that PostgreSQL could not store: %j',
    text => {
      const list = [{ url: 'https://example.com' }];
      expect(() => parse(schema, { list, name: `a${text}` }, 'body')).toThrow(
        'name must be valid Unicode without null characters',
      );
      expect(() => parse(z.array(z.string()), ['x', text], 'query')).toThrow(
        '[1] must be valid Unicode',
      );
      expect(() => parse(z.string(), text, 'body')).toThrow('body must be');
      expect(parse(z.string(), '😀 ', 'body')).toBe('😀 ');
    },
  );

  it('lists at most five problems', () => {
    const many = Array.from({ length: 50 }, () => ({ url: 'x' }));
    expect(() => parse(schema, { list: many, name: 'ab' }, 'body')).toThrow(
      /list\[4\]\.url [^;]*$/,
    );
  });
});

describe('parseQuery', () => {
  const schema = z.strictObject({
    one: z.string().optional(),
    many: z.array(z.string()).min(1).optional(),
  });

  it('accepts a single value as a list of one', () => {
    expect(parseQuery(schema, { one: 'a', many: 'b' })).toEqual({
      one: 'a',
      many: ['b'],
    });
    expect(parseQuery(schema, { many: ['a', 'b'] })).toEqual({
      many: ['a', 'b'],
    });
    expect(() => parseQuery(schema, { one: ['a', 'b'] })).toThrow(
      'one must be a string, not an array',
    );
    expect(() => parseQuery(schema, { many: { deep: 'x' } })).toThrow(
      'many must be an array, not an object',
    );
  });
});

describe('parseIfMatch', () => {
  it.each([
    ['"3"', 3],
    ['W/"12"', 12],
    ['0', 0],
  ])('reads %s', (header, revision) => {
    expect(parseIfMatch(header)).toBe(revision);
  });

  it.each([undefined, '', '*', '"abc"', '"1", "2"', '-1', '"99999999999"'])(
    'refuses %s',
    header => {
      expect(() => parseIfMatch(header)).toThrow(/If-Match/);
    },
  );
});
