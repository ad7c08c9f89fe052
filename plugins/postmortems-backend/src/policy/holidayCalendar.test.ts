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
    // Lunar calendar days begin at sunset; the calendar date counts.
    ['AE', undefined, '2026-03-19', undefined],
    ['AE', undefined, '2026-03-20', 'End of Ramadan (Eid al-Fitr)'],
    ['AE', undefined, '2026-03-22', 'End of Ramadan (Eid al-Fitr)'],
    ['AE', undefined, '2026-03-23', undefined],
    // Begins in the year before.
    ['SZ', undefined, '2026-01-02', 'Incwala Festival'],
    // Part of a day, so it is a working day.
    ['AU', 'QLD', '2026-12-24', undefined],
    ['CN', undefined, '2026-05-04', undefined],
    // Widely observed, but not a public holiday.
    ['US', undefined, '2026-02-14', undefined],
    // Years outside the supported range have no holidays.
    ['CN', undefined, '0001-01-01', undefined],
  ])('%s %s %s: %s', (country, state, date, name) => {
    const calendar = createHolidayCalendar({ country, state });
    expect(calendar.holidayOn(date)).toBe(name);
  });

  it('has no holidays by default', () => {
    expect(createHolidayCalendar(undefined).holidayOn('2026-12-25')).toBe(
      undefined,
    );
    expect(createHolidayCalendar({}).holidayOn('2026-12-25')).toBe(undefined);
  });

  it('adds extra days and removes ignored ones, which take precedence', () => {
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

  it('has no holidays for an unknown place', () => {
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
    [{ country: 'PL', state: 'ZZ' }, 'state', 'PL has no states'],
    [{ state: 'BY' }, 'state', 'requires country as well'],
    [{ country: 'US', region: 'NO' }, 'region', 'requires state as well'],
    [
      { country: 'US', state: 'NY', region: 'NO' },
      'region',
      'NY has no regions',
    ],
  ])('refuses %j', (place, field, message) => {
    const problem = unknownPlace(place);
    expect(problem?.field).toBe(field);
    expect(problem?.message).toMatch(message);
  });
});
