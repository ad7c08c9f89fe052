import { IANAZone } from 'luxon';

/**
 * Calendar dates are strings such as '2026-03-13', without a time zone. Wall-clock times are
 * represented as the instant, in milliseconds since the epoch, at which a clock in UTC shows the
 * same time.
 */

const DAY = 86_400_000;

/** The calendar date in a time zone at an instant. */
export function localDate(instant: Date, zone: string): string {
  return dateOf(wallTime(instant.getTime(), zone));
}

/** The time of day in a time zone at an instant, in milliseconds since 00:00. */
export function localTimeOfDay(instant: Date, zone: string): number {
  const wall = wallTime(instant.getTime(), zone);
  return wall - midnight(dateOf(wall));
}

export function addDays(date: string, days: number): string {
  return dateOf(midnight(date) + days * DAY);
}

/** The ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/**
 * The start of a day in a time zone: midnight or, if a clock change skips midnight, the first
 * instant after it.
 */
export function startOfDay(date: string, zone: string): Date {
  return atTimeOfDay(date, 0, zone);
}

/** The last millisecond of a day in a time zone. */
export function endOfDay(date: string, zone: string): Date {
  return new Date(startOfDay(addDays(date, 1), zone).getTime() - 1);
}

/**
 * The instant of a time of day (milliseconds since 00:00) on a date in a time zone. Returns the
 * first occurrence if the time occurs twice; moves it forward by the clock change if it is skipped.
 * Luxon resolves such times by the current offset, so its result would depend on the season.
 */
export function atTimeOfDay(
  date: string,
  timeOfDay: number,
  zone: string,
): Date {
  const wall = midnight(date) + timeOfDay;
  // No zone's offset is a full day, so these two instants are on either side of any relevant clock
  // change.
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

/** A time zone's UTC offset at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  return Math.round(IANAZone.create(zone).offset(instant) * 60_000);
}

function midnight(date: string): number {
  return Date.parse(date);
}

function dateOf(wall: number): string {
  return new Date(wall).toISOString().split('T')[0];
}
