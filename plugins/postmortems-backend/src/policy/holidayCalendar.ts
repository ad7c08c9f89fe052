import type PublicHolidays from 'date-holidays';
import type { Holidays } from 'backstage-plugin-postmortems-common';
import { lazyValue } from '../kernel/lazyValue';
import { addDays } from './localDays';

// Loaded on first use, because the library contains the holidays of the whole world.
const publicHolidays = lazyValue((): typeof PublicHolidays =>
  require('date-holidays'),
);

/** Public holidays and extra days off by calendar date. */
export interface HolidayCalendar {
  /**
   * @param date - a calendar date such as `2026-12-25`
   * @returns the name of the holiday, or undefined
   */
  holidayOn(date: string): string | undefined;
}

type Place = Pick<Holidays, 'country' | 'state' | 'region'>;

const EXTRA_DAY_OFF = 'Extra day off';

/**
 * Supported years. Far outside this range, astronomical rules for some countries take minutes to
 * compute.
 */
const YEARS = { first: 1970, last: 2199 };

/**
 * Creates a policy's calendar: the observed public holidays for a place, plus `extra`, minus
 * `ignore`.
 */
export function createHolidayCalendar(
  holidays: Holidays | undefined,
): HolidayCalendar {
  const { extra = [], ignore = [], ...place } = holidays ?? {};
  return {
    holidayOn(date) {
      if (ignore.includes(date)) return undefined;
      const added = extra.includes(date) ? EXTRA_DAY_OFF : undefined;
      return publicHolidayOn(date, place) ?? added;
    },
  };
}

/**
 * Validates a place for public holidays.
 *
 * @returns the wrong field and what it must be; undefined if the place is known
 */
export function unknownPlace(
  place: Place,
): { field: 'country' | 'state' | 'region'; message: string } | undefined {
  const { country, state, region } = place;
  const world = new (publicHolidays())();
  for (const [field, value, parent, known] of [
    ['country', country, 'the world', world.getCountries()],
    ['state', state, country, country && world.getStates(country)],
    [
      'region',
      region,
      state,
      country && state && world.getRegions(country, state),
    ],
  ] as const) {
    if (value === undefined) continue;
    if (!parent) {
      const missing = field === 'state' ? 'country' : 'state';
      return { field, message: `requires ${missing} as well` };
    }
    const codes = Object.keys(known || {});
    if (codes.includes(value)) continue;
    return {
      field,
      message:
        codes.length > 0
          ? `must be one of ${codes.join(', ')}, not "${value}"`
          : `must be omitted: ${parent} has no ${field}s`,
    };
  }
  return undefined;
}

function publicHolidayOn(date: string, place: Place): string | undefined {
  const year = Number(date.slice(0, 4));
  // A holiday can start in the previous year, and a substitute day can belong to the next.
  return [year, year - 1, year + 1]
    .filter(y => y >= YEARS.first && y <= YEARS.last)
    .map(y => publicHolidaysOf(y, place).get(date))
    .find(name => name !== undefined);
}

/** Holiday names by date, for each place and year. Cached, because some years take 80 ms. */
const cache = new Map<string, ReadonlyMap<string, string>>();

/** Enough for all teams' places in the years that are used. */
const CACHE_SIZE = 2_000;

function publicHolidaysOf(
  year: number,
  place: Place,
): ReadonlyMap<string, string> {
  const { country, state, region } = place;
  if (!country) return new Map();
  const key = [country, state, region, year].join('/');
  let names = cache.get(key);
  if (!names) {
    names = readPublicHolidays(year, { country, state, region });
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, names);
  }
  return names;
}

function readPublicHolidays(
  year: number,
  place: Place & { country: string },
): Map<string, string> {
  const holidays = new (publicHolidays())(place, {
    types: ['public'],
    languages: 'en',
    // Days in UTC always have 24 hours, so durations are whole days. The dates are still local.
    timezone: 'UTC',
  });
  const names = new Map<string, string>();
  for (const { date, start, end, name } of holidays.getHolidays(year)) {
    // Zero for holidays that cover only part of a day. Such a day stays a working day.
    const days = Math.floor((end.getTime() - start.getTime()) / 86_400_000);
    for (let day = 0; day < days; day++) {
      const covered = addDays(date.slice(0, 10), day);
      if (!names.has(covered)) names.set(covered, name);
    }
  }
  return names;
}
