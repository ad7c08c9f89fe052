import { complianceStatus } from '../../policy/complianceStatus';
import { reminderTriggers } from './reminderTriggers';
import type { ReminderTrigger, ReminderFacts } from './ReminderTrigger';
import type { ReminderRules } from './reminderRules';

/** Reminders that are due now, and the time of the next check. */
export interface ReminderSchedule {
  /** Sorted by time. */
  due: ReminderTrigger[];
  /** Undefined if the current facts lead to no more reminders. */
  lookAt?: Date;
}

/**
 * Works out which reminders are due.
 *
 * @param told - the reasons for which a message was already sent
 */
export function reminderSchedule(
  facts: ReminderFacts,
  rules: ReminderRules,
  told: ReadonlySet<string>,
  now: Date,
): ReminderSchedule {
  const open = openTriggers(facts, rules, now).filter(
    ({ reason }) => !told.has(reason),
  );
  const { expiresAt } = facts.postmortem.waiver ?? {};
  const times = [
    ...open.map(({ at }) => at),
    ...(expiresAt ? [new Date(expiresAt)] : []),
  ].filter(time => time > now);
  return {
    due: open.filter(({ at }) => at <= now),
    lookAt: times.sort((a, b) => a.getTime() - b.getTime())[0],
  };
}

/** Reminders that currently apply, whether sent or not. */
export function openTriggers(
  facts: ReminderFacts,
  rules: ReminderRules,
  now: Date,
): ReminderTrigger[] {
  return reminderTriggers(facts, rules, isWaived(facts, now), now);
}

/** Whether a waiver or an unconfirmed claim currently excuses a postmortem. */
export function isWaived({ postmortem }: ReminderFacts, now: Date): boolean {
  const { required, waiver, claimed } = postmortem;
  const status = complianceStatus(
    {
      required,
      waiver: waiver && {
        expiresAt: waiver.expiresAt ? new Date(waiver.expiresAt) : undefined,
      },
      claimed,
    },
    now,
  );
  return status === 'waived' || status === 'claimed';
}
