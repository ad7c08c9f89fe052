import { DateTime, Settings } from 'luxon';
import {
  firstDay,
  fromDay,
  intersect,
  lastDay,
  lastDays,
  periodRange,
  untilAfter,
  untilInDays,
} from './days';
import { readFilter, toApiFilter, writeFilter } from './filter';

describe('filters in the URL', () => {
  it('round-trip, leaving other parameters alone', () => {
    const filter = {
      severity: ['SEV-1', 'SEV-2'],
      teamRef: ['group:default/checkout', 'none'],
      startedAfter: '2026-01-01',
      q: 'cache & flush',
    };
    const search = writeFilter(
      new URLSearchParams('severity=SEV-5&orderField=title,asc'),
      filter,
    );
    expect(readFilter(new URLSearchParams(search.toString()))).toEqual(filter);
    expect(search.get('orderField')).toBe('title,asc');
  });

  it('are removed by undefined; empty values are ignored', () => {
    const search = new URLSearchParams('severity=SEV-1&status=&q=cache');
    expect(readFilter(search)).toEqual({ severity: ['SEV-1'], q: 'cache' });
    expect(writeFilter(search, { severity: undefined }).toString()).toBe(
      'status=&q=cache',
    );
  });

  it('send days as midnight UTC and times unchanged', () => {
    expect(
      toApiFilter({
        startedAfter: '2026-01-01',
        startedBefore: '2026-03-12T09:14:00+01:00',
      }),
    ).toEqual({
      startedAfter: '2026-01-01T00:00:00Z',
      startedBefore: '2026-03-12T09:14:00+01:00',
    });
  });
});

afterEach(() => {
  Settings.defaultZone = 'system';
});

describe.each([
  // UTC+1, and UTC+2 in summer.
  ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  // UTC-8, and UTC-7 in summer.
  ['America/Los_Angeles', '2026-03-29T07:00:00Z', '2026-03-30T07:00:00Z'],
])('days of a viewer in %s', (zone, midnight, nextMidnight) => {
  beforeEach(() => {
    Settings.defaultZone = zone;
  });
  const day = '2026-03-29';

  it('begin and end at midnight there', () => {
    expect(fromDay(day, 'viewer')).toBe(midnight);
    expect(untilAfter(day, 'viewer')).toBe(nextMidnight);
    expect(firstDay(midnight)).toBe(day);
    expect(lastDay(nextMidnight)).toBe(day);
    expect(toApiFilter({ dueBefore: nextMidnight })).toEqual({
      dueBefore: nextMidnight,
    });
  });

  it('count from today there', () => {
    // Late in the evening in Los Angeles, and the next morning in Berlin.
    for (const time of [midnight, nextMidnight]) {
      const last = Date.parse(time) - 60_000;
      expect(untilInDays(0, last)).toBe(time);
      expect(lastDay(untilInDays(7, last))).toBe(
        DateTime.fromMillis(last).plus({ days: 7 }).toISODate(),
      );
      expect(firstDay(lastDays(30, last, 'viewer').startedAfter)).toBe(
        DateTime.fromMillis(last).minus({ days: 29 }).toISODate(),
      );
    }
  });

  it('are no days of reports, which are in UTC', () => {
    expect(fromDay(day, 'utc')).toBe(day);
    expect(firstDay(day)).toBe(day);
    expect(lastDay(untilAfter('2026-02-28', 'utc'))).toBe('2026-02-28');
    expect(untilAfter('2026-12-31', 'utc')).toBe('2027-01-01');
    const now = Date.parse('2026-03-02T23:30:00Z');
    expect(lastDays(30, now, 'utc')).toEqual({ startedAfter: '2026-02-01' });
    expect(
      intersect(periodRange('2026-Q1')!, {
        startedAfter: '2025-12-31T23:00:00Z',
        startedBefore: '2026-03-31T22:00:00Z',
      }),
    ).toEqual({
      startedAfter: '2026-01-01',
      startedBefore: '2026-03-31T22:00:00Z',
    });
  });
});

describe('periods', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
  ])(
    'of %s are from %s until before %s',
    (key, startedAfter, startedBefore) => {
      expect(periodRange(key)).toEqual({ startedAfter, startedBefore });
    },
  );

  it.each(['2026', '2026-Q5', 'SEV-1'])('reject %s', key => {
    expect(periodRange(key)).toBeUndefined();
  });

  it('intersect', () => {
    const quarter = { startedAfter: '2026-01-01', startedBefore: '2026-04-01' };
    expect(intersect(quarter, {})).toEqual(quarter);
    expect(
      intersect(quarter, {
        startedAfter: '2026-02-01',
        startedBefore: '2026-12-31',
      }),
    ).toEqual({ startedAfter: '2026-02-01', startedBefore: '2026-04-01' });
  });
});
