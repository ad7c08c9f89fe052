import type { CountedDay, Due } from 'backstage-plugin-postmortems-common';
import type { HolidayCalendar } from './holidayCalendar';
import { addDays, isoWeekday } from './localDays';

/** Due rules in days rather than hours. */
export type DueDays = Exclude<Due, { hours: number }>;

/**
 * Counts days up to the due day. Counting starts after day 0.
 *
 * @param options - `workingDays` are ISO weekdays, at least one
 * @returns every day from day 0 on, counted or not; the last is the due day
 */
export function countDays(options: {
  from: string;
  due: DueDays;
  workingDays: number[];
  holidays: HolidayCalendar;
}): CountedDay[] {
  const { from, due, workingDays, holidays } = options;
  const judge = (date: string): CountedDay => {
    if ('calendarDays' in due) {
      return { date, counts: true, reason: 'calendar-day' };
    }
    if (!workingDays.includes(isoWeekday(date))) {
      return { date, counts: false, reason: 'day-off' };
    }
    const holiday = holidays.holidayOn(date);
    return holiday
      ? { date, counts: false, reason: 'holiday', holiday }
      : { date, counts: true, reason: 'working-day' };
  };

  const days: CountedDay[] = [];
  let left = 'calendarDays' in due ? due.calendarDays : due.businessDays;
  for (let date = addDays(from, 1); left > 0; date = addDays(date, 1)) {
    const day = judge(date);
    days.push(day);
    if (day.counts) left--;
  }
  return days;
}
