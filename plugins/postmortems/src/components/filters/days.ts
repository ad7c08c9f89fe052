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

/** A range of days in UTC as the address holds it: from the first, until before the second. */
export interface DayRange {
  startedAfter?: string;
  startedBefore?: string;
}

/** The last day before `startedBefore`, as people name the end of a range. */
export function lastDay(startedBefore: string | undefined) {
  if (!startedBefore) return undefined;
  return (
    DateTime.fromISO(startedBefore, { zone: 'utc' })
      .minus({ milliseconds: 1 })
      .toISODate() ?? undefined
  );
}

/** The first day of the range. */
export function firstDay(startedAfter: string | undefined) {
  if (!startedAfter) return undefined;
  return (
    DateTime.fromISO(startedAfter, { zone: 'utc' }).toISODate() ?? undefined
  );
}

/** The bound that includes `day`, the last of a range. */
export function untilAfter(day: string): string | undefined {
  return (
    DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toISODate() ??
    undefined
  );
}

/** The last so many days, today included. */
export function lastDays(days: number, now: number): DayRange {
  const today = DateTime.fromMillis(now, { zone: 'utc' }).startOf('day');
  return {
    startedAfter: today.minus({ days: days - 1 }).toISODate() ?? undefined,
    startedBefore: undefined,
  };
}

/** The day in so many days. */
export function inDays(days: number, now: number): string {
  return DateTime.fromMillis(now, { zone: 'utc' })
    .plus({ days })
    .toISODate() as string;
}

/** A day as people write it in their locale. */
export function dayInWords(day: string, locale: string | undefined): string {
  return DateTime.fromISO(day).toLocaleString(DateTime.DATE_MED, { locale });
}

/** The calendar month or quarter that a key such as `2026-03` or `2026-Q1` names. */
export function periodRange(key: string): Required<DayRange> | undefined {
  const [, year, quarter, month] =
    /^(\d{4})-(?:Q([1-4])|(\d{2}))$/.exec(key) ?? [];
  if (!year) return undefined;
  const start = DateTime.utc(
    Number(year),
    quarter ? (Number(quarter) - 1) * 3 + 1 : Number(month),
  );
  const startedAfter = start.toISODate();
  const startedBefore = start.plus({ months: quarter ? 3 : 1 }).toISODate();
  return startedAfter && startedBefore
    ? { startedAfter, startedBefore }
    : undefined;
}

/** The days that lie in both ranges. */
export function intersect(a: DayRange, b: DayRange): DayRange {
  const starts = [a.startedAfter, b.startedAfter].filter(Boolean).sort();
  const ends = [a.startedBefore, b.startedBefore].filter(Boolean).sort();
  return { startedAfter: starts.at(-1), startedBefore: ends[0] };
}
