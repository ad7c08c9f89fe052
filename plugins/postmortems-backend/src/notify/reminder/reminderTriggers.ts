import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type { ActionItemRecord } from '../../actionItem/ports';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import { idOf } from '../../kernel/ids';
import { valueFor } from './reminderRules';
import type { Audience, ReminderRules, Stage } from './reminderRules';
import { digestTimeOf, onWorkingDay } from './sendTime';
import type { WorkCalendar } from './workCalendar';

const HOUR = 3_600_000;

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
  const restricted = facts.postmortem.visibility === 'restricted';
  return triggers
    .filter(({ to }) => !(restricted && to === 'parent'))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function isDone(postmortem: PostmortemRecord): boolean {
  return (
    postmortem.status === 'published' || postmortem.completedAt !== undefined
  );
}

function deadlineTriggers(
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

function actionItemTriggers(
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

/**
 * Reminders that an owner hasn't acknowledged or a resolved incident has no owner: first to the
 * commander, then to the owning teams.
 */
function ownerTriggers(
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

/**
 * Reminders to confirm that an incident without news is still ongoing: first to the commander, then
 * repeatedly to the owning team. News restarts the clock.
 */
function ongoingTriggers(
  { postmortem, calendar, lastNewsAt }: ReminderFacts,
  rules: ReminderRules,
  now: Date,
): ReminderTrigger[] {
  const { number, governingSeverity } = postmortem;
  if (!lastNewsAt) return [];
  const hours = valueFor(rules.unresolvedAfterHours, governingSeverity);
  const repeatHours = valueFor(rules.unresolvedRepeatHours, governingSeverity);
  const question = (to: 'incident-lead' | 'team', at: Date, repeat = 0) => ({
    reason: `${idOf(number)}:still-ongoing:${lastNewsAt}:${to}${
      repeat > 0 ? `:${repeat}` : ''
    }`,
    about: 'still-ongoing' as const,
    to,
    at,
    inDigest: false,
  });
  const after = (from: number, wait: number) =>
    onWorkingDay(new Date(from + wait * HOUR), rules, calendar);

  const news = Date.parse(lastNewsAt);
  let repeat = 0;
  let at = after(news, 2 * hours);
  let next = after(at.getTime(), repeatHours);
  // Missed repeats, such as while the backend was down, are not sent later.
  while (next <= now) {
    repeat += 1;
    at = next;
    next = after(at.getTime(), repeatHours);
  }
  return [
    question('incident-lead', after(news, hours)),
    question('team', at, repeat),
    question('team', next, repeat + 1),
  ];
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
