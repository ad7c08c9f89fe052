import type { ActionItemRecord } from '../../actionItem/ports';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import type { Audience } from './reminderRules';
import type { WorkCalendar } from './workCalendar';

/** A reminder and when to send it. */
export interface ReminderTrigger {
  /** Stable key. Nobody gets two messages for the same reason. */
  reason: string;
  about:
    | 'deadline'
    | 'action-item'
    | 'unacknowledged'
    | 'no-owner'
    | 'still-ongoing';
  /** The number of the action item, if the reminder is about one. */
  actionItem?: number;
  to: Audience | 'commander' | 'incident-lead';
  at: Date;
  /** Whether the reminder waits for the daily digest. */
  inDigest: boolean;
}

/** An action item with the teams currently responsible for it. */
export type RemindedActionItem = ActionItemRecord & { teamRefs: string[] };

/** Facts that determine a postmortem's reminders. */
export interface ReminderFacts {
  postmortem: PostmortemRecord;
  actionItems: RemindedActionItem[];
  calendar: WorkCalendar;
  /** When there was last news about the incident; undefined once it is resolved. */
  lastNewsAt?: string;
}
