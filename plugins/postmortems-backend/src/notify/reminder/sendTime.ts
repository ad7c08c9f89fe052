import { localDate } from '../../policy/localDays';
import type { ReminderRules, Stage } from './reminderRules';
import { lastAt, nextAt } from './workCalendar';
import type { WorkCalendar } from './workCalendar';

const HOUR = 3_600_000;

/**
 * When to send an immediate message: right away on a working day, or else at the next digest time.
 */
export function onWorkingDay(
  time: Date,
  rules: ReminderRules,
  calendar: WorkCalendar,
): Date {
  return calendar.worksOn(localDate(time, calendar.timeZone))
    ? time
    : nextAt(rules.digestAt, time, calendar);
}

/**
 * The digest time for a stage: the first one after the stage begins. If days off would delay a
 * warning past the deadline, it is sent before those days, or skipped if there was nothing to warn
 * about yet.
 */
export function digestTimeOf(
  { offsetHours }: Stage,
  {
    dueAt,
    since,
    calendar,
    rules,
  }: {
    dueAt: string;
    since: string;
    calendar: WorkCalendar;
    rules: ReminderRules;
  },
): Date | undefined {
  const due = Date.parse(dueAt);
  const begins = Date.parse(since);
  const nominal = due + offsetHours * HOUR;
  const next = nextAt(
    rules.digestAt,
    new Date(Math.max(nominal, begins)),
    calendar,
  );
  if (offsetHours >= 0 || next.getTime() <= due) return next;
  const last = lastAt(rules.digestAt, new Date(nominal), calendar);
  return last.getTime() >= begins ? last : undefined;
}
