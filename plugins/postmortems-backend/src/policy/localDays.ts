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

import { DateTime, IANAZone } from 'luxon';

/*
 * Calendar dates are strings such as '2026-03-13'. They sort by text, and arithmetic on them
 * knows no time zone; only the functions that take a zone turn them into points in time.
 */

const DAY = 86_400_000;

/** The calendar date that clocks in the zone show at an instant. */
export function localDate(instant: Date, zone: string): string {
  return isoDate(wallTime(instant.getTime(), zone));
}

/** The time of day that clocks in the zone show at an instant, in milliseconds since 00:00. */
export function localTimeOfDay(instant: Date, zone: string): number {
  const wall = wallTime(instant.getTime(), zone);
  return wall - Math.floor(wall / DAY) * DAY;
}

/** The date `days` later on the calendar. */
export function addDays(date: string, days: number): string {
  return isoDate(midnight(date) + days * DAY);
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday;
}

/**
 * The first instant at which clocks in the zone show `date`, or any later date where the zone
 * skips it.
 */
export function startOfDay(date: string, zone: string): Date {
  const wall = midnight(date);
  const { before, after } = offsetsAround(wall, zone);
  return new Date(
    firstInstantShowing(wall, before, after, zone) ??
      clockChange(wall - after, wall - before, zone),
  );
}

/**
 * The last millisecond before the day after `date` begins in the zone. Where clocks are set
 * back over midnight, a day begins when they first show its date.
 */
export function endOfDay(date: string, zone: string): Date {
  return new Date(startOfDay(addDays(date, 1), zone).getTime() - 1);
}

/**
 * When clocks in the zone show `timeOfDay` (milliseconds since 00:00) on `date`. A time shown
 * twice is taken as its first occurrence; one that is skipped moves forward by as much as the
 * clocks did.
 */
export function atTimeOfDay(
  date: string,
  timeOfDay: number,
  zone: string,
): Date {
  const wall = midnight(date) + timeOfDay;
  const { before, after } = offsetsAround(wall, zone);
  return new Date(
    firstInstantShowing(wall, before, after, zone) ?? wall - before,
  );
}

/**
 * Wall-clock times are written as the milliseconds since the epoch that UTC clocks would need
 * to show the same.
 */
function wallTime(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/** How far clocks in the zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  return Math.round(IANAZone.create(zone).offset(instant) * 60_000);
}

/**
 * The offsets safely before and after a wall-clock time. No zone is a full day from UTC, so a
 * clock change near that time lies between the two.
 */
function offsetsAround(wall: number, zone: string) {
  return {
    before: offsetAt(wall - DAY, zone),
    after: offsetAt(wall + DAY, zone),
  };
}

/**
 * Luxon settles a wall-clock time that occurs twice by the offset of today, so the answer would
 * change with the season it is asked in. Hence this.
 */
function firstInstantShowing(
  wall: number,
  before: number,
  after: number,
  zone: string,
): number | undefined {
  return [wall - Math.max(before, after), wall - Math.min(before, after)].find(
    instant => wallTime(instant, zone) === wall,
  );
}

/** The first instant in (from, to] with another offset than `from`; there must be one change. */
function clockChange(from: number, to: number, zone: string): number {
  const offset = offsetAt(from, zone);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function midnight(date: string): number {
  return DateTime.fromISO(date, { zone: 'utc' }).toMillis();
}

function isoDate(wall: number): string {
  return DateTime.fromMillis(wall, { zone: 'utc' }).toISODate()!;
}
