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

import { createHolidayCalendar, unknownPlace } from './holidayCalendar';

describe('createHolidayCalendar', () => {
  it.each([
    ['US', undefined, '2026-11-26', 'Thanksgiving Day'],
    ['US', undefined, '2026-11-27', undefined],
    // Independence Day 2026 falls on a Saturday and is observed the day before.
    ['US', undefined, '2026-07-03', 'Independence Day (substitute day)'],
    // New Year's Day 2022 fell on a Saturday and was observed in the year before.
    ['US', undefined, '2021-12-31', "New Year's Day (substitute day)"],
    ['GB', 'ENG', '2027-12-28', 'Boxing Day (substitute day)'],
    ['GB', 'SCT', '2026-11-30', 'St Andrew’s Day'],
    ['GB', 'ENG', '2026-11-30', undefined],
    ['DE', 'BY', '2026-01-06', 'Epiphany'],
    ['DE', 'BE', '2026-01-06', undefined],
    // Several days long; by the lunar calendar its days begin at sunset, but it is the date
    // that counts.
    ['AE', undefined, '2026-03-19', undefined],
    ['AE', undefined, '2026-03-20', 'End of Ramadan (Eid al-Fitr)'],
    ['AE', undefined, '2026-03-22', 'End of Ramadan (Eid al-Fitr)'],
    ['AE', undefined, '2026-03-23', undefined],
    // Begins in the year before.
    ['SZ', undefined, '2026-01-02', 'Incwala Festival'],
    // Part of the day only: people work until then.
    ['AU', 'QLD', '2026-12-24', undefined],
    ['CN', undefined, '2026-05-04', undefined],
    // Observed by many, but no public holiday.
    ['US', undefined, '2026-02-14', undefined],
    // Where the astronomical rules have no sensible answer, there are none.
    ['CN', undefined, '0001-01-01', undefined],
  ])('%s %s %s: %s', (country, state, date, name) => {
    const calendar = createHolidayCalendar({ country, state });
    expect(calendar.holidayOn(date)).toBe(name);
  });

  it('has no holidays where none are configured', () => {
    expect(createHolidayCalendar(undefined).holidayOn('2026-12-25')).toBe(
      undefined,
    );
    expect(createHolidayCalendar({}).holidayOn('2026-12-25')).toBe(undefined);
  });

  it('adds extra days and takes out ignored ones, which win', () => {
    const calendar = createHolidayCalendar({
      country: 'US',
      extra: ['2026-12-24', '2026-12-25', '2026-12-31'],
      ignore: ['2026-11-11', '2026-12-31'],
    });
    expect(calendar.holidayOn('2026-12-24')).toBe('Extra day off');
    expect(calendar.holidayOn('2026-12-25')).toBe('Christmas Day');
    expect(calendar.holidayOn('2026-12-31')).toBe(undefined);
    expect(calendar.holidayOn('2026-11-11')).toBe(undefined);
  });

  it('knows no holidays of a place that does not exist', () => {
    const nowhere = createHolidayCalendar({ country: 'XX' });
    expect(nowhere.holidayOn('2026-12-25')).toBe(undefined);
  });
});

describe('unknownPlace', () => {
  it.each([
    [{}],
    [{ country: 'US' }],
    [{ country: 'DE', state: 'BY' }],
    [{ country: 'US', state: 'LA', region: 'NO' }],
  ])('accepts %j', place => {
    expect(unknownPlace(place)).toBe(undefined);
  });

  it.each([
    [{ country: 'XX' }, 'country', /^must be one of AD, .*, not "XX"$/],
    [{ country: 'GB', state: 'ZZ' }, 'state', 'must be one of ALD, ENG,'],
    [{ country: 'FR', state: 'ZZ' }, 'state', 'not "ZZ"'],
    [{ country: 'PL', state: 'ZZ' }, 'state', 'no states of PL are known'],
    [{ state: 'BY' }, 'state', 'needs a country beside it'],
    [{ country: 'US', region: 'NO' }, 'region', 'needs a state beside it'],
    [
      { country: 'US', state: 'NY', region: 'NO' },
      'region',
      'no regions of NY are known',
    ],
  ])('refuses %j', (place, field, message) => {
    const problem = unknownPlace(place);
    expect(problem?.field).toBe(field);
    expect(problem?.message).toMatch(message);
  });
});
