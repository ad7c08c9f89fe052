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

import { createHolidayCalendar, ownCalendar } from '../policy';
import type { PolicyBook } from '../policy';
import {
  addDays,
  atTimeOfDay,
  isoWeekday,
  localDate,
} from '../policy/localDays';
import type { PostmortemFacts } from '../database/PostmortemRecord';

/** On which days a team works. */
export interface WorkCalendar {
  timeZone: string;
  /** @param date - a calendar date such as `2026-12-25` */
  worksOn(date: string): boolean;
}

/** The working days of the team that answers for a postmortem. */
export function workCalendarOf(
  facts: Pick<PostmortemFacts, 'startedAt' | 'calendar'>,
  book: PolicyBook,
): WorkCalendar {
  const policy = book.policyFor(new Date(facts.startedAt));
  const holidays = createHolidayCalendar(
    ownCalendar(policy.holidays, facts.calendar?.holidays),
  );
  return {
    timeZone: facts.calendar?.timeZone ?? policy.timeZone,
    worksOn: date =>
      policy.workingDays.includes(isoWeekday(date)) &&
      holidays.holidayOn(date) === undefined,
  };
}

/** Nobody is off for longer; a calendar that says so is not waited for. */
const LONGEST_REST_DAYS = 60;

/**
 * The first time from `time` on at which clocks show a time of day on a working day.
 *
 * @param timeOfDay - in milliseconds after local midnight
 */
export function nextAt(
  timeOfDay: number,
  time: Date,
  calendar: WorkCalendar,
): Date {
  return find(timeOfDay, time, calendar, 1);
}

/** The last time until `time` at which clocks show a time of day on a working day. */
export function lastAt(
  timeOfDay: number,
  time: Date,
  calendar: WorkCalendar,
): Date {
  return find(timeOfDay, time, calendar, -1);
}

function find(
  timeOfDay: number,
  time: Date,
  { timeZone, worksOn }: WorkCalendar,
  direction: 1 | -1,
): Date {
  const today = localDate(time, timeZone);
  for (let days = 0; days <= LONGEST_REST_DAYS; days++) {
    const date = addDays(today, direction * days);
    const at = atTimeOfDay(date, timeOfDay, timeZone);
    if (worksOn(date) && direction * (at.getTime() - time.getTime()) >= 0) {
      return at;
    }
  }
  return time;
}
