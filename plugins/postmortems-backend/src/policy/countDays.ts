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

import type { CountedDay, Due } from 'backstage-plugin-postmortems-common';
import type { HolidayCalendar } from './holidayCalendar';
import { addDays, isoWeekday } from './localDays';

/** The rules that count days, as opposed to hours. */
export type DueDays = Exclude<Due, { hours: number }>;

/**
 * Steps from day 0, which never counts, to the due day.
 *
 * @param options - `workingDays` are ISO weekdays, at least one
 * @returns every day stepped on, in order; the last is the due day
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
