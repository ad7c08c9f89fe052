import { DateTime } from 'luxon';
import type { Policy } from 'backstage-plugin-postmortems-common';

/** Suggested lengths for an extension. */
export const EXTENSIONS = ['1d', '3d', '1w'] as const;

export type ProposedExtension = (typeof EXTENSIONS)[number];

/** The calendar in which business days are counted. */
export type WorkCalendar = Pick<Policy, 'workingDays' | 'holidays'>;

/**
 * Suggested last days for an extension, counted from today or the deadline, whichever is later.
 * Public holidays are counted as business days, because only the backend knows them.
 *
 * @param dueAt - the current deadline, which may have passed
 * @param zone - the deadline's time zone
 * @returns the ends of those days in that time zone
 */
export function extensionDays(
  dueAt: string | undefined,
  zone: string,
  calendar: WorkCalendar,
  now: DateTime,
): Record<ProposedExtension, DateTime> {
  const today = now.setZone(zone);
  const due = dueAt ? DateTime.fromISO(dueAt, { zone }) : today;
  const from = DateTime.max(today, due).endOf('day');
  return {
    '1d': businessDays(from, 1, calendar),
    '3d': businessDays(from, 3, calendar),
    '1w': from.plus({ weeks: 1 }).endOf('day'),
  };
}

function businessDays(
  from: DateTime,
  count: number,
  { workingDays, holidays }: WorkCalendar,
): DateTime {
  const isOff = (day: DateTime) =>
    !workingDays.includes(day.weekday) ||
    (holidays?.extra?.includes(day.toISODate() ?? '') ?? false);
  let day = from;
  for (let counted = 0; counted < count; ) {
    day = day.plus({ days: 1 }).endOf('day');
    if (!isOff(day)) counted += 1;
  }
  return day;
}
