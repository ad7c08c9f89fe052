import {
  addDays,
  atTimeOfDay,
  endOfDay,
  isoWeekday,
  localDate,
  localTimeOfDay,
  startOfDay,
} from './localDays';

const HOUR = 3_600_000;

describe('dates', () => {
  it('cross months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  });

  it('have a weekday', () => {
    expect(isoWeekday('2026-03-13')).toBe(5);
    expect(isoWeekday('2026-03-15')).toBe(7);
  });

  it('are what local clocks show', () => {
    const instant = new Date('2026-03-13T23:30:00.250Z');
    expect(localDate(instant, 'Asia/Tokyo')).toBe('2026-03-14');
    expect(localTimeOfDay(instant, 'Asia/Tokyo')).toBe(8.5 * HOUR + 250);
    expect(localDate(instant, 'America/New_York')).toBe('2026-03-13');
    expect(localTimeOfDay(new Date('1969-12-31T23:00:00Z'), 'UTC')).toBe(
      23 * HOUR,
    );
  });
});

describe('the day in zones that change clocks about midnight', () => {
  it.each([
    ['an ordinary day', '2026-06-21', 'UTC', '2026-06-21T00:00:00.000Z', 24],
    [
      'midnight skipped: the day begins at 01:00',
      '2018-11-04',
      'America/Sao_Paulo',
      '2018-11-04T03:00:00.000Z',
      23,
    ],
    [
      'clocks back from midnight to 23:00: the day before is longer',
      '2018-02-17',
      'America/Sao_Paulo',
      '2018-02-17T02:00:00.000Z',
      25,
    ],
    [
      'midnight skipped',
      '2024-04-26',
      'Africa/Cairo',
      '2024-04-25T22:00:00.000Z',
      23,
    ],
    [
      'the last hour of the day twice',
      '2025-10-30',
      'Africa/Cairo',
      '2025-10-29T21:00:00.000Z',
      25,
    ],
    [
      'midnight skipped',
      '2025-03-30',
      'Asia/Beirut',
      '2025-03-29T22:00:00.000Z',
      23,
    ],
    [
      'midnight twice: the day begins at the first',
      '2025-11-02',
      'America/Havana',
      '2025-11-02T04:00:00.000Z',
      25,
    ],
    [
      'the last hour of the day skipped',
      '2026-03-28',
      'America/Nuuk',
      '2026-03-28T02:00:00.000Z',
      23,
    ],
    [
      'a change of half an hour',
      '2026-04-05',
      'Australia/Lord_Howe',
      '2026-04-04T13:00:00.000Z',
      24.5,
    ],
    [
      'the day before a day that never was',
      '2011-12-29',
      'Pacific/Apia',
      '2011-12-29T10:00:00.000Z',
      24,
    ],
    [
      'a day that never was: nothing of it is left',
      '2011-12-30',
      'Pacific/Apia',
      '2011-12-30T10:00:00.000Z',
      0,
    ],
    [
      'the day after it',
      '2011-12-31',
      'Pacific/Apia',
      '2011-12-30T10:00:00.000Z',
      24,
    ],
    [
      'its date shown for a minute, taken back for an hour, and shown again',
      '2010-11-07',
      'America/St_Johns',
      '2010-11-07T02:30:00.000Z',
      25,
    ],
  ])('%s: %s %s', (_what, date, zone, start, hours) => {
    expect(startOfDay(date, zone).toISOString()).toBe(start);
    expect(endOfDay(date, zone).getTime()).toBe(
      new Date(start).getTime() + hours * HOUR - 1,
    );
  });
});

describe('a time of day', () => {
  it.each([
    [
      'an ordinary one',
      '2026-03-13',
      9.5,
      'America/New_York',
      '2026-03-13T13:30:00.000Z',
    ],
    [
      'skipped: moved forward by an hour to 03:30',
      '2026-03-08',
      2.5,
      'America/New_York',
      '2026-03-08T07:30:00.000Z',
    ],
    [
      'shown twice: the first',
      '2026-11-01',
      1.5,
      'America/New_York',
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'shown twice, south of the equator: the first',
      '2026-04-05',
      2.5,
      'Australia/Sydney',
      '2026-04-04T15:30:00.000Z',
    ],
    [
      'on a day that never was: moved forward by a day',
      '2011-12-30',
      12,
      'Pacific/Apia',
      '2011-12-30T22:00:00.000Z',
    ],
  ])('%s', (_what, date, hour, zone, instant) => {
    expect(atTimeOfDay(date, hour * HOUR, zone).toISOString()).toBe(instant);
  });
});
