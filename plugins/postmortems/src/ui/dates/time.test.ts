import { exactly, roughly } from './time';

const minutes = (n: number) => n * 60_000;
const hours = (n: number) => minutes(60 * n);
const days = (n: number) => hours(24 * n);

describe('roughly', () => {
  it.each([
    [0, 1, 'minute'],
    [minutes(59), 59, 'minute'],
    [hours(1) - 1, 59, 'minute'],
    [hours(1), 1, 'hour'],
    [days(1) - 1, 23, 'hour'],
    [days(3) - 1, 2, 'day'],
    [days(400), 400, 'day'],
    [-days(4), 4, 'day'],
  ])('rounds %i ms down to %i %s', (ms, value, unit) => {
    expect(roughly(ms)).toEqual({ value, unit });
  });

  it.each([
    [days(59), 59, 'day'],
    [days(60), 2, 'month'],
    [days(364), 12, 'month'],
    [days(366), 1, 'year'],
  ])('goes on to months and years where asked: %i ms', (ms, value, unit) => {
    expect(roughly(ms, { calendar: true })).toEqual({ value, unit });
  });
});

describe('exactly', () => {
  it.each([
    [minutes(134), '2 hour 14 minute'],
    [hours(2), '2 hour'],
    [days(3) + hours(4) + minutes(5), '3 day 4 hour'],
    [days(3) + minutes(5), '3 day'],
    [minutes(14) + 59_000, '14 minute'],
    [59_000, ''],
    [-minutes(5), ''],
  ])('splits %i ms into its two largest units', (ms, expected) => {
    expect(
      exactly(ms)
        .map(({ value, unit }) => `${value} ${unit}`)
        .join(' '),
    ).toBe(expected);
  });
});
