import { InputError } from '@backstage/errors';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  InsightsInterval,
  InsightsPeriod,
  InsightsRange,
} from 'backstage-plugin-postmortems-common';

const MONTHS: Record<InsightsInterval, number> = { month: 1, quarter: 3 };

/** Times before the year 0 are not valid in the API. */
export const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');

/**
 * The range of a request, and the range of the same length just before.
 *
 * @param wanted - defaults: until now, from the start of the month 11 months before
 * @throws InputError if the range is empty or too long
 */
export function rangesOf(
  wanted: Partial<InsightsRange>,
  now: Date,
): { range: InsightsRange; previousRange: InsightsRange } {
  const before = new Date(wanted.startedBefore ?? now).getTime();
  const after = wanted.startedAfter
    ? Date.parse(wanted.startedAfter)
    : Math.max(EARLIEST, startOfMonth(new Date(before - 1), -11).getTime());
  if (after >= before) {
    throw new InputError(
      `startedAfter (${iso(after)}) must be before startedBefore (${iso(
        before,
      )})`,
    );
  }
  const latest = startOfMonth(new Date(after), LIMITS.insightsMonths);
  if (before > latest.getTime()) {
    throw new InputError(
      `startedAfter must be at most ${LIMITS.insightsMonths} months before startedBefore. Use a shorter range`,
    );
  }
  return {
    range: { startedAfter: iso(after), startedBefore: iso(before) },
    previousRange: {
      startedAfter: iso(Math.max(EARLIEST, after - (before - after))),
      startedBefore: iso(after),
    },
  };
}

/** The months or quarters in a range. The first and the last may be in it only in part. */
export function periodsOf(
  { startedAfter, startedBefore }: InsightsRange,
  interval: InsightsInterval,
): InsightsPeriod[] {
  const months = MONTHS[interval];
  const periods: InsightsPeriod[] = [];
  const first = new Date(startedAfter);
  let start = startOfMonth(first, -(first.getUTCMonth() % months));
  while (start.toISOString() < startedBefore) {
    const end = startOfMonth(start, months);
    periods.push({
      period: periodOf(start.toISOString().slice(0, 7), interval),
      startedAfter: laterOf(start.toISOString(), startedAfter),
      startedBefore: earlierOf(end.toISOString(), startedBefore),
    });
    start = end;
  }
  return periods;
}

/** @param month - such as `2026-03` */
export function periodOf(month: string, interval: InsightsInterval): string {
  if (interval === 'month') return month;
  const [year, number] = month.split('-');
  return `${year}-Q${Math.ceil(Number(number) / 3)}`;
}

/** Finds the position of the period that contains a time in milliseconds. */
export function placeIn(periods: InsightsPeriod[]): (time: number) => number {
  const starts = periods.map(({ startedAfter }) => Date.parse(startedAfter));
  return time => lastAtMost(starts, time);
}

/**
 * The position of the last number that is at most a value, which the first one is.
 *
 * @param ascending - sorted numbers
 */
export function lastAtMost(ascending: number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ascending[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The start of the month that is some months later, in UTC. */
function startOfMonth(date: Date, later: number): Date {
  const start = new Date(0);
  // `Date.UTC` would add 1900 to years below 100.
  start.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
  return start;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}
