import { DateTime } from 'luxon';

/**
 * A range of days, as in the URL: from the start of the first day up to, but not including, the
 * second. The viewer's days are instants; plain dates are days in UTC, which reports use.
 */
export interface DayRange {
  startedAfter?: string;
  startedBefore?: string;
}

/** Whether days start at midnight for the viewer or, as in reports, in UTC. */
export type DayZone = 'viewer' | 'utc';

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Parses a boundary of a range from the URL: plain dates in UTC, instants in the viewer's zone. */
function inDayZone(time: string): DateTime {
  return DateTime.fromISO(time, {
    zone: PLAIN_DATE.test(time) ? 'utc' : undefined,
  });
}

/** Converts the midnight at which a day starts to its form in the URL. */
function toAddress(midnight: DateTime, zone: DayZone): string | undefined {
  const time =
    zone === 'utc'
      ? midnight.toISODate()
      : midnight.toUTC().toISO({ suppressMilliseconds: true });
  return time ?? undefined;
}

const luxonZone = (zone: DayZone) => (zone === 'utc' ? 'utc' : undefined);

/** The last day in a range that ends before `before`. */
export function lastDay(before: string | undefined) {
  if (!before) return undefined;
  return inDayZone(before).minus({ milliseconds: 1 }).toISODate() ?? undefined;
}

/** The first day in a range that starts at `after`. */
export function firstDay(after: string | undefined) {
  if (!after) return undefined;
  return inDayZone(after).toISODate() ?? undefined;
}

/** The start of a range whose first day is `day`. */
export function fromDay(day: string, zone: DayZone): string | undefined {
  const midnight = DateTime.fromISO(day, { zone: luxonZone(zone) });
  return toAddress(midnight.startOf('day'), zone);
}

/** The end of a range whose last day is `day`. */
export function untilAfter(day: string, zone: DayZone): string | undefined {
  const midnight = DateTime.fromISO(day, { zone: luxonZone(zone) });
  return toAddress(midnight.plus({ days: 1 }).startOf('day'), zone);
}

/** The last `days` days, including today. */
export function lastDays(days: number, now: number, zone: DayZone): DayRange {
  const today = DateTime.fromMillis(now, { zone: luxonZone(zone) });
  const first = today.minus({ days: days - 1 }).startOf('day');
  return {
    startedAfter: toAddress(first, zone),
    startedBefore: undefined,
  };
}

/** The last `months` months in UTC, including the current one. */
export function lastMonths(months: number, now: number): DayRange {
  const first = DateTime.fromMillis(now, { zone: 'utc' })
    .startOf('month')
    .minus({ months: months - 1 });
  return {
    startedAfter: toAddress(first, 'utc'),
    startedBefore: undefined,
  };
}

/** The end of a range that includes today and the next `days` days of the viewer. */
export function untilInDays(days: number, now: number): string | undefined {
  const last = DateTime.fromMillis(now).plus({ days: days + 1 });
  return toAddress(last.startOf('day'), 'viewer');
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
  const sorted = (...times: (string | undefined)[]) =>
    times
      .flatMap(time => time ?? [])
      .sort((one, other) => Date.parse(one) - Date.parse(other));
  return {
    startedAfter: sorted(a.startedAfter, b.startedAfter).at(-1),
    startedBefore: sorted(a.startedBefore, b.startedBefore)[0],
  };
}
