import { idOf } from '../../kernel/ids';
import type { ReminderRules } from './reminderRules';
import type { ReminderFacts, ReminderTrigger } from './ReminderTrigger';
import { onWorkingDay } from './sendTime';

const HOUR = 3_600_000;

/**
 * Reminders that an owner hasn't acknowledged or a resolved incident has no owner: first to the
 * commander, then to the owning teams.
 */
export function ownerTriggers(
  { postmortem, calendar }: ReminderFacts,
  rules: ReminderRules,
): ReminderTrigger[] {
  const { number, ownerRef, ownerPendingSince, resolvedAt } = postmortem;
  if (!ownerPendingSince) return [];
  if (!ownerRef && (!postmortem.required || !resolvedAt)) return [];

  const since = Math.max(
    Date.parse(ownerPendingSince),
    ownerRef || !resolvedAt ? 0 : Date.parse(resolvedAt),
  );
  const about = ownerRef ? 'unacknowledged' : 'no-owner';
  return (['commander', 'team'] as const).map((to, index) => {
    const within = (index + 1) * rules.acknowledgeWithinHours * HOUR;
    return {
      reason: `${idOf(number)}:${about}:${ownerPendingSince}:${to}`,
      about,
      to,
      at: onWorkingDay(new Date(since + within), rules, calendar),
      inDigest: false,
    };
  });
}
