import { isUnderWay } from 'backstage-plugin-postmortems-common';
import { idOf } from '../../kernel/ids';
import { valueFor } from './reminderRules';
import type { ReminderRules, Stage } from './reminderRules';
import type { ReminderFacts, ReminderTrigger } from './ReminderTrigger';
import { digestTimeOf } from './sendTime';
import type { WorkCalendar } from './workCalendar';

/** Reminders of the postmortem's deadline. */
export function deadlineTriggers(
  { postmortem, calendar }: ReminderFacts,
  rules: ReminderRules,
): ReminderTrigger[] {
  const { required, deadline, governingSeverity, createdAt } = postmortem;
  if (!required || !deadline) return [];
  return triggersOfStages(
    valueFor(rules.postmortems, governingSeverity),
    { dueAt: deadline.dueAt, since: createdAt, calendar, rules },
    (stage, key) => ({
      reason: `${idOf(postmortem.number)}:${key}`,
      about: 'deadline',
      to: stage.to,
    }),
  );
}

/** Reminders of the due dates of open action items. */
export function actionItemTriggers(
  { postmortem, actionItems, calendar }: ReminderFacts,
  rules: ReminderRules,
): ReminderTrigger[] {
  const stages = valueFor(rules.actionItems, postmortem.governingSeverity);
  return actionItems.flatMap(({ number, status, dueAt, createdAt }) =>
    isUnderWay(status) && dueAt
      ? triggersOfStages(
          stages,
          { dueAt, since: createdAt, calendar, rules },
          (stage, key) => ({
            reason: `${idOf(postmortem.number)}/A${number}:${key}`,
            about: 'action-item',
            actionItem: number,
            to: stage.to,
          }),
        )
      : [],
  );
}

function triggersOfStages(
  stages: Stage[],
  at: {
    dueAt: string;
    since: string;
    calendar: WorkCalendar;
    rules: ReminderRules;
  },
  toTrigger: (
    stage: Stage,
    key: string,
  ) => Pick<ReminderTrigger, 'reason' | 'about' | 'actionItem' | 'to'>,
): ReminderTrigger[] {
  return stages.flatMap(stage => {
    const time = digestTimeOf(stage, at);
    if (!time) return [];
    const key = `${at.dueAt}:${stage.offsetHours}h:${stage.to}`;
    return [{ ...toTrigger(stage, key), at: time, inDigest: true }];
  });
}
