import type { Meeting } from 'backstage-plugin-postmortems-common';
import type { PlannedMeeting } from '../postmortem/PostmortemRecord';

export type MeetingPlan = Pick<
  Meeting,
  'scheduledFor' | 'durationMinutes' | 'url'
>;

/** Time and place of the meeting; undefined without a date. */
export function planOf(
  meeting: PlannedMeeting | undefined,
): MeetingPlan | undefined {
  if (!meeting?.scheduledFor) return undefined;
  const { scheduledFor, durationMinutes, url } = meeting;
  return { scheduledFor, durationMinutes, ...(url && { url }) };
}
