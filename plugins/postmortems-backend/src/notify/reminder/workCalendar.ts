import { createHolidayCalendar } from '../../policy/holidayCalendar';
import { ownCalendar } from '../../policy/computeDeadline';
import { timeZoneOf } from '../../policy/dueDay';
import type { PolicyBook } from '../../policy/PolicyBook';
import {
  addDays,
  atTimeOfDay,
  isoWeekday,
  localDate,
} from '../../policy/localDays';
import type { PostmortemFacts } from '../../postmortem/PostmortemRecord';

/** A team's working days. */
export interface WorkCalendar {
  timeZone: string;
  /** @param date - a calendar date such as `2026-12-25` */
  worksOn(date: string): boolean;
}

/** The working days of the team responsible for a postmortem. */
export function workCalendarOf(
  facts: Pick<PostmortemFacts, 'startedAt' | 'calendar'>,
  book: PolicyBook,
): WorkCalendar {
  const policy = book.policyFor(new Date(facts.startedAt));
  const holidays = createHolidayCalendar(
    ownCalendar(policy.holidays, facts.calendar?.holidays),
  );
  return {
    timeZone: timeZoneOf(facts, book),
    worksOn: date =>
      policy.workingDays.includes(isoWeekday(date)) &&
      holidays.holidayOn(date) === undefined,
  };
}

/**
 * Maximum number of consecutive days off. Longer periods are ignored, to guard against a broken
 * calendar.
 */
const LONGEST_REST_DAYS = 60;

/**
 * The first occurrence of a time of day on a working day, at or after `time`.
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

/** The latest occurrence of a time of day on a working day, at or before `time`. */
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
