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

import { DateTime } from 'luxon';
import { endOfDay, localDate } from './localDays';

/** Writes times in plain English, as clocks in one zone show them. */
export type PlainTime = ReturnType<typeof plainTime>;

/**
 * @param zone - whose clocks are read
 * @param dueAt - dates in the same year as this are written without the year
 */
export function plainTime(zone: string, dueAt: Date) {
  const local = (instant: Date) =>
    DateTime.fromJSDate(instant, { zone }).setLocale('en-GB');
  const { year } = local(dueAt);

  const withYear = (time: DateTime) =>
    time
      .toLocaleString({
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      })
      .replace(',', '');
  const brief = (time: DateTime) =>
    time.year === year
      ? withYear(time).replace(` ${year}`, '')
      : withYear(time);

  /** 09:40 */
  const time = (instant: Date) =>
    local(instant).toLocaleString(DateTime.TIME_24_SIMPLE);
  /** Fri 13 Mar */
  const day = (instant: Date) => brief(local(instant));
  /** Fri 13 Mar, of a calendar date */
  const date = (isoDate: string) =>
    brief(DateTime.fromISO(isoDate, { zone: 'utc', locale: 'en-GB' }));
  /** Fri 13 Mar at 09:40 */
  const moment = (instant: Date) => `${day(instant)} at ${time(instant)}`;
  /** Fri 20 Mar 2026, end of day */
  const deadline = (instant: Date) => {
    const dayEnds = endOfDay(localDate(instant, zone), zone);
    const until =
      instant.getTime() === dayEnds.getTime() ? 'end of day' : time(instant);
    return `${withYear(local(instant))}, ${until}`;
  };
  return { time, day, date, moment, deadline };
}
