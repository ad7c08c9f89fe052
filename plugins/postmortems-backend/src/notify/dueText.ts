import { plainTime } from '../policy/plainTime';
import type { ReminderFacts } from './reminder/ReminderTrigger';

/** Formats a time in the team's time zone: `Tue 17 Mar 2026, end of day`. */
export function untilOf(
  time: Date,
  { timeZone }: ReminderFacts['calendar'],
): string {
  return plainTime(timeZone, time).deadline(time);
}

/** When a postmortem is or was due. */
export function dueSentence(
  { postmortem, calendar }: ReminderFacts,
  now: Date,
): string {
  const { deadline } = postmortem;
  if (!deadline) return 'It has no deadline yet.';
  return duePhrase(new Date(deadline.dueAt), calendar, now);
}

/** When something is or was due. */
export function duePhrase(
  dueAt: Date,
  calendar: ReminderFacts['calendar'],
  now: Date,
): string {
  const until = untilOf(dueAt, calendar);
  return now > dueAt ? `It was due ${until}.` : `It is due ${until}.`;
}
