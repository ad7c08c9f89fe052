import { DateTime } from 'luxon';

/**
 * A range of days in UTC, as in the URL: from the start of the first day up to, but not including,
 * the second.
 */
export interface DayRange {
  startedAfter?: string;
  startedBefore?: string;
}

/** The last day in the range. */
export function lastDay(startedBefore: string | undefined) {
  if (!startedBefore) return undefined;
  return (
    DateTime.fromISO(startedBefore, { zone: 'utc' })
      .minus({ milliseconds: 1 })
      .toISODate() ?? undefined
  );
}

/** The first day in the range. */
export function firstDay(startedAfter: string | undefined) {
  if (!startedAfter) return undefined;
  return (
    DateTime.fromISO(startedAfter, { zone: 'utc' }).toISODate() ?? undefined
  );
}

/** The end of a range that includes `day`. */
export function untilAfter(day: string): string | undefined {
  return (
    DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toISODate() ??
    undefined
  );
}

/** The last `days` days, including today. */
export function lastDays(days: number, now: number): DayRange {
  const today = DateTime.fromMillis(now, { zone: 'utc' }).startOf('day');
  return {
    startedAfter: today.minus({ days: days - 1 }).toISODate() ?? undefined,
    startedBefore: undefined,
  };
}

/** The day `days` days from now. */
export function inDays(days: number, now: number): string {
  return DateTime.fromMillis(now, { zone: 'utc' })
    .plus({ days })
    .toISODate() as string;
}

/** Formats a day in the locale. */
export function dayInWords(day: string, locale: string | undefined): string {
  return DateTime.fromISO(day).toLocaleString(DateTime.DATE_MED, { locale });
}

/** The range of days in a month or quarter, such as `2026-03` or `2026-Q1`. */
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

/** The intersection of two ranges. */
export function intersect(a: DayRange, b: DayRange): DayRange {
  const starts = [a.startedAfter, b.startedAfter].filter(Boolean).sort();
  const ends = [a.startedBefore, b.startedBefore].filter(Boolean).sort();
  return { startedAfter: starts.at(-1), startedBefore: ends[0] };
}
