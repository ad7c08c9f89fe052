import { intersect, lastDay, lastDays, periodRange, untilAfter } from './days';
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

describe('days', () => {
  it('name the last day of a range that ends before the next', () => {
    expect(lastDay(untilAfter('2026-02-28'))).toBe('2026-02-28');
    expect(untilAfter('2026-12-31')).toBe('2027-01-01');
    expect(lastDay('2026-03-12T09:14:00Z')).toBe('2026-03-12');
  });

  it('count back from today, including today', () => {
    const now = Date.parse('2026-03-02T23:30:00Z');
    expect(lastDays(30, now)).toEqual({ startedAfter: '2026-02-01' });
  });

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
