import { timestampSchema } from './primitives';

describe('timestampSchema', () => {
  it.each([
    '0000-01-01T00:00:00Z',
    '2026-03-12T09:14:00.123456789+05:45',
    '9999-12-31T23:59:59.999Z',
  ])('accepts %s', time => {
    expect(timestampSchema.safeParse(time).success).toBe(true);
  });

  it.each([
    ['9999-12-31T23:59:59.999-12:00', /a year from 0 to 9999/],
    ['0000-01-01T00:00:00+14:00', /a year from 0 to 9999/],
    ['2026-03-12T09:14:00', /ISO 8601/],
    ['2026-02-30T09:14:00Z', /ISO 8601/],
  ])('refuses %s', (time, message) => {
    expect(timestampSchema.safeParse(time).error?.message).toMatch(message);
  });
});
