import { DateTime } from 'luxon';
import { endOfDay, localDate } from './localDays';

/** Formats times in plain English, in one time zone. */
export type PlainTime = ReturnType<typeof plainTime>;

/**
 * @param zone - the time zone to show times in
 * @param dueAt - dates in the same year are shown without the year
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

  /** Such as 09:40. */
  const time = (instant: Date) =>
    local(instant).toLocaleString(DateTime.TIME_24_SIMPLE);
  /** Such as Fri 13 Mar. */
  const day = (instant: Date) => brief(local(instant));
  /** Such as Fri 13 Mar, from a calendar date. */
  const date = (isoDate: string) =>
    brief(DateTime.fromISO(isoDate, { zone: 'utc', locale: 'en-GB' }));
  /** Such as Fri 13 Mar at 09:40. */
  const moment = (instant: Date) => `${day(instant)} at ${time(instant)}`;
  /** Such as Fri 20 Mar 2026, end of day. */
  const deadline = (instant: Date) => {
    const dayEnds = endOfDay(localDate(instant, zone), zone);
    const until =
      instant.getTime() === dayEnds.getTime() ? 'end of day' : time(instant);
    return `${withYear(local(instant))}, ${until}`;
  };
  return { time, day, date, moment, deadline };
}
