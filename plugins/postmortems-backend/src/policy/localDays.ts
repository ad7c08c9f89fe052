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

import { IANAZone } from 'luxon';

/*
 * Calendar dates are strings such as '2026-03-13', and arithmetic on them knows no time zone.
 * Wall-clock times, what clocks in a zone show, are the milliseconds since the epoch at which
 * clocks in UTC show the same.
 */

const DAY = 86_400_000;

/** The calendar date that clocks in the zone show at an instant. */
export function localDate(instant: Date, zone: string): string {
  return dateOf(wallTime(instant.getTime(), zone));
}

/** The time that clocks in the zone show at an instant, in milliseconds since 00:00. */
export function localTimeOfDay(instant: Date, zone: string): number {
  const wall = wallTime(instant.getTime(), zone);
  return wall - midnight(dateOf(wall));
}

/** The date so many days later on the calendar. */
export function addDays(date: string, days: number): string {
  return dateOf(midnight(date) + days * DAY);
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/** When a day begins in the zone: at midnight, or where midnight is skipped, when clocks jump. */
export function startOfDay(date: string, zone: string): Date {
  return atTimeOfDay(date, 0, zone);
}

/** The last millisecond before the next day begins in the zone. */
export function endOfDay(date: string, zone: string): Date {
  return new Date(startOfDay(addDays(date, 1), zone).getTime() - 1);
}

/**
 * When clocks in the zone show a time (milliseconds since 00:00) on a date. A time that is shown
 * twice means its first occurrence; one that is skipped moves forward by as much as clocks did.
 *
 * Luxon is not asked, because it settles a time that is shown twice by today's offset: its
 * answer changes with the season it is given in.
 */
export function atTimeOfDay(
  date: string,
  timeOfDay: number,
  zone: string,
): Date {
  const wall = midnight(date) + timeOfDay;
  // No zone is a whole day from UTC, so a clock change that matters lies between these two.
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const shown = [Math.max(before, after), Math.min(before, after)]
    .map(offset => wall - offset)
    .find(instant => wallTime(instant, zone) === wall);
  return new Date(shown ?? wall - before);
}

function wallTime(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/** How far clocks in the zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  return Math.round(IANAZone.create(zone).offset(instant) * 60_000);
}

function midnight(date: string): number {
  return Date.parse(date);
}

function dateOf(wall: number): string {
  return new Date(wall).toISOString().split('T')[0];
}
