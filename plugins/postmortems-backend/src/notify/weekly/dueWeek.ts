import {
  addDays,
  atTimeOfDay,
  isoWeekday,
  localDate,
} from '../../policy/localDays';

/** A time of the week. */
export interface WeeklyTime {
  /** ISO weekday; 1 is Monday. */
  weekday: number;
  /** Milliseconds after local midnight. */
  at: number;
  timeZone: string;
}

/** After more than a day, for example of downtime, the next week's digest is soon enough. */
const LATEST_MS = 86_400_000;

/**
 * Finds the week whose digest is due.
 *
 * @returns the day of that digest, which names the week; undefined outside the day after its time
 */
export function dueWeek(
  now: Date,
  { weekday, at, timeZone }: WeeklyTime,
): string | undefined {
  const today = localDate(now, timeZone);
  return [today, addDays(today, -1)].find(day => {
    const since = now.getTime() - atTimeOfDay(day, at, timeZone).getTime();
    return isoWeekday(day) === weekday && since >= 0 && since < LATEST_MS;
  });
}
