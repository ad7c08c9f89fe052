import { DateTime } from 'luxon';

/** Hour at which a snooze ends, in the viewer's time zone. */
const HOUR = 9;

/** The morning of the day that is `days` from now. */
export function morningIn(days: number, now: DateTime): DateTime {
  return now.plus({ days }).startOf('day').set({ hour: HOUR });
}

/** The morning of the day entered in a `date` input; undefined if it is invalid or in the past. */
export function morningOf(date: string, now: DateTime): DateTime | undefined {
  const morning = DateTime.fromISO(date).set({ hour: HOUR });
  return morning.isValid && morning > now ? morning : undefined;
}
