import type { Stage } from './reminderRules';

const DAY = 24;

/** Default reminders about a postmortem: the owner first, then escalation. */
export const POSTMORTEM_STAGES: Stage[] = [
  { offsetHours: -DAY, to: 'owner' },
  { offsetHours: 0, to: 'owner' },
  { offsetHours: DAY, to: 'team' },
  { offsetHours: 3 * DAY, to: 'parent' },
];

/** Default reminders about an action item. */
export const ACTION_ITEM_STAGES: Stage[] = [
  { offsetHours: -3 * DAY, to: 'owner' },
  { offsetHours: 0, to: 'owner' },
  { offsetHours: 3 * DAY, to: 'team' },
  { offsetHours: 7 * DAY, to: 'parent' },
];

/** Hours without news before someone is asked whether an incident is still ongoing. */
export const UNRESOLVED_AFTER_HOURS = 3 * DAY;

/** Minimum hours between repeated questions whether an incident is still ongoing. */
export const MIN_REPEAT_HOURS = DAY;
