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

import type PublicHolidays from 'date-holidays';
import type { Holidays } from 'backstage-plugin-postmortems-common';
import { lazily } from '../lazily';
import { addDays } from './localDays';

// It brings the holidays of the whole world, for which no portal that counts none need wait.
const publicHolidays = lazily((): typeof PublicHolidays =>
  require('date-holidays'),
);

/** Which calendar dates are holidays. */
export interface HolidayCalendar {
  /**
   * @param date - a calendar date such as `2026-12-25`
   * @returns the name of the holiday; undefined where the date is none
   */
  holidayOn(date: string): string | undefined;
}

type Place = Pick<Holidays, 'country' | 'state' | 'region'>;

const EXTRA_DAY_OFF = 'Extra day off';

/**
 * Years for which holidays are worked out. Incidents lie well within; far outside, the
 * astronomical rules of some countries take minutes.
 */
const YEARS = { first: 1970, last: 2199 };

/**
 * The calendar that a policy describes: the public holidays of a country (and state or region)
 * with the days on which they are observed, plus `extra`, minus `ignore`.
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
 * What is wrong with the place whose public holidays are asked for.
 *
 * @returns the field and what it must be instead; undefined where the place is known
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
      return { field, message: `needs a ${missing} beside it` };
    }
    const codes = Object.keys(known || {});
    if (codes.includes(value)) continue;
    return {
      field,
      message:
        codes.length > 0
          ? `must be one of ${codes.join(', ')}, not "${value}"`
          : `must be left out: no ${field}s of ${parent} are known`,
    };
  }
  return undefined;
}

function publicHolidayOn(date: string, place: Place): string | undefined {
  const year = Number(date.slice(0, 4));
  // A holiday of several days can begin in the year before, a substitute day belong to the next.
  return [year, year - 1, year + 1]
    .filter(y => y >= YEARS.first && y <= YEARS.last)
    .map(y => publicHolidaysOf(y, place).get(date))
    .find(name => name !== undefined);
}

/** Names by date, per place and year. Some years take 80 ms to work out, hence kept. */
const cache = new Map<string, ReadonlyMap<string, string>>();

/** More than enough for every team's place over the years in use. */
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
    // There every day has 24 hours, so lengths are whole days; the dates are local ones still.
    timezone: 'UTC',
  });
  const names = new Map<string, string>();
  for (const { date, start, end, name } of holidays.getHolidays(year)) {
    // None for a holiday that covers only part of its day, such as the evening: people work then.
    const days = Math.floor((end.getTime() - start.getTime()) / 86_400_000);
    for (let day = 0; day < days; day++) {
      const covered = addDays(date.slice(0, 10), day);
      if (!names.has(covered)) names.set(covered, name);
    }
  }
  return names;
}
