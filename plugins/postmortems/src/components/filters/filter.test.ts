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

import { intersect, lastDay, lastDays, periodRange, untilAfter } from './days';
import { readFilter, toApiFilter, writeFilter } from './filter';

describe('filters in the address', () => {
  it('come back as they were written, leaving other parameters alone', () => {
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

  it('are removed by undefined, and empty values are none', () => {
    const search = new URLSearchParams('severity=SEV-1&status=&q=cache');
    expect(readFilter(search)).toEqual({ severity: ['SEV-1'], q: 'cache' });
    expect(writeFilter(search, { severity: undefined }).toString()).toBe(
      'status=&q=cache',
    );
  });

  it('ask the API for days as midnights in UTC, and for times as they are', () => {
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

  it('count back from today, today included', () => {
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

  it.each(['2026', '2026-Q5', 'SEV-1'])('of %s are none', key => {
    expect(periodRange(key)).toBeUndefined();
  });

  it('in both of two ranges', () => {
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
