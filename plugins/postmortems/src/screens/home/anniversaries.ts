import { DateTime } from 'luxon';
import { fromDay, untilAfter } from '../../ui/filters/days';
import type { DayRange } from '../../ui/filters/days';

/** How far back to look. Each year is a request. */
const YEARS = 5;

/**
 * This day of earlier years in the viewer's time zone, latest first. February 29 is only in leap
 * years.
 */
export function anniversaries(now: number): DayRange[] {
  const today = DateTime.fromMillis(now);
  return Array.from({ length: YEARS }, (_, index) =>
    today.minus({ years: index + 1 }),
  )
    .filter(({ day }) => day === today.day)
    .map(date => ({
      startedAfter: fromDay(date.toISODate()!, 'viewer'),
      startedBefore: untilAfter(date.toISODate()!, 'viewer'),
    }));
}
