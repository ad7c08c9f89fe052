import fc from 'fast-check';

/** Texts that break careless code. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\uffff\ufffe',
  '\u202e\u2066txet',
  '\u2028\u2029\u0085',
  'e\u0301'.repeat(50),
  "' or 1=1 --",
  '"; drop table postmortems; --',
  '%_\\',
  '$1 ? :name ??',
  '${jndi:ldap://127.0.0.1/x}',
  '{{7*7}}',
  '../../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  '=1+1',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '__proto__',
  'constructor',
  '0000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999+14:00',
  '2026-02-30T00:00:00Z',
  'PM-0',
  'PM-999999999',
  'PM-9999999999999999999',
  'pm-1',
  'x'.repeat(1_001),
  'x'.repeat(60_000),
];

/** Values of the wrong type. */
const HOSTILE_VALUES: unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [[[[[]]]]],
  [null],
  { length: 1e9 },
  { $gt: '' },
  { toString: 'x', valueOf: 'x' },
  JSON.parse('{"__proto__": {"admin": true}}'),
  { constructor: { prototype: { admin: true } } },
];

export const hostileText = fc.constantFrom(...HOSTILE_TEXTS);

/** Any JSON value. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
  { weight: 3, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** Text as a person could write it. */
export function text(max: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 16, arbitrary: fc.lorem({ maxCount: 6 }) },
    { weight: 2, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: max }) },
    { weight: 1, arbitrary: fc.constant('y'.repeat(max)) },
  );
}

const DAY_MS = 86_400_000;

/** Mostly a time this year. */
export const time: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .date({
        min: new Date('2026-01-01T00:00:00Z'),
        max: new Date('2026-12-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map(date => date.toISOString()),
  },
  {
    // Scheduled times must be in the future.
    weight: 2,
    arbitrary: fc
      .integer({ min: 1, max: 60 })
      .map(days => new Date(Date.now() + days * DAY_MS).toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+14:00',
      '1969-12-31T23:59:59Z',
      '2024-02-29T23:59:59.999999999-23:59',
      '9999-12-31T23:59:59.999-12:00',
    ),
  },
);
