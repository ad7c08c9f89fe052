import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type { ActionItemRecord } from '../../actionItem/ports';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import { localDate } from '../../policy/localDays';
import { idOf } from '../../kernel/ids';
import { valueFor } from './reminderRules';
import type { Audience, ReminderRules, Stage } from './reminderRules';
import { lastAt, nextAt } from './workCalendar';
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
 * produce the same reminders.
 *
 * @param waived - whether a waiver covers the postmortem; its action items still need work
 */
export function reminderTriggers(
  facts: ReminderFacts,
  rules: ReminderRules,
  waived: boolean,
): ReminderTrigger[] {
  if (!rules.enabled) return [];
  const triggers = [
    ...(waived || isDone(facts.postmortem)
      ? []
      : [
          ...deadlineTriggers(facts, rules),
          ...ownerTriggers(facts, rules),
          ...ongoingTriggers(facts, rules),
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
 * to the owning team. News restarts the clock.
 */
function ongoingTriggers(
  { postmortem, calendar, lastNewsAt }: ReminderFacts,
  rules: ReminderRules,
): ReminderTrigger[] {
  const { number, governingSeverity } = postmortem;
  if (!lastNewsAt) return [];
  const hours = valueFor(rules.unresolvedAfterHours, governingSeverity);
  return (['incident-lead', 'team'] as const).map((to, index) => ({
    reason: `${idOf(number)}:still-ongoing:${lastNewsAt}:${to}`,
    about: 'still-ongoing',
    to,
    at: onWorkingDay(
      new Date(Date.parse(lastNewsAt) + (index + 1) * hours * HOUR),
      rules,
      calendar,
    ),
    inDigest: false,
  }));
}

/** Immediate messages are sent at any time of day, but not on days off. */
function onWorkingDay(
  time: Date,
  rules: ReminderRules,
  calendar: WorkCalendar,
): Date {
  return calendar.worksOn(localDate(time, calendar.timeZone))
    ? time
    : nextAt(rules.digestAt, time, calendar);
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
    const time = digestFor(stage, at);
    if (!time) return [];
    const key = `${at.dueAt}:${stage.offsetHours}h:${stage.to}`;
    return [{ ...toTrigger(stage, key), at: time, inDigest: true }];
  });
}

/**
 * The digest time for a stage: the first one after the stage begins. If days off would delay a
 * warning past the deadline, it is sent before them, or skipped if there was nothing to warn about
 * yet.
 */
function digestFor(
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
