import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import { actionItemTriggers, deadlineTriggers } from './dueTriggers';
import { ownerTriggers } from './ownerTriggers';
import { reachesParents } from './recipients';
import type { ReminderRules } from './reminderRules';
import type { ReminderFacts, ReminderTrigger } from './ReminderTrigger';
import { ongoingTriggers } from './stillOngoing';

/**
 * All reminders that follow from the facts, past and future, in order. The same facts always
 * produce the same reminders. Of repeated ones, only the latest and the next are included.
 *
 * @param waived - whether a waiver covers the postmortem; its action items still need work
 * @param now - determines which of the repeated reminders are included
 */
export function reminderTriggers(
  facts: ReminderFacts,
  rules: ReminderRules,
  waived: boolean,
  now: Date,
): ReminderTrigger[] {
  if (!rules.enabled) return [];
  const triggers = [
    ...(waived || isDone(facts.postmortem)
      ? []
      : [
          ...deadlineTriggers(facts, rules),
          ...ownerTriggers(facts, rules),
          ...ongoingTriggers(facts, rules, now),
        ]),
    ...actionItemTriggers(facts, rules),
  ];
  return triggers
    .filter(({ to }) => to !== 'parent' || reachesParents(facts.postmortem))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function isDone(postmortem: PostmortemRecord): boolean {
  return (
    postmortem.status === 'published' || postmortem.completedAt !== undefined
  );
}
