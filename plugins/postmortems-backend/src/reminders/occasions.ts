/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type { ActionItemRecord } from '../database/DatabaseActionItemStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { localDate } from '../policy/localDays';
import { idOf } from '../service/ids';
import { stagesFor } from './rules';
import type { Audience, ReminderRules, Stage } from './rules';
import { lastAt, nextAt } from './workCalendar';
import type { WorkCalendar } from './workCalendar';

const HOUR = 3_600_000;

/** Something that somebody is to be told at some time. */
export interface Occasion {
  /** Stable: who was told for this reason is not told again. */
  reason: string;
  about: 'deadline' | 'action-item' | 'unacknowledged' | 'no-owner';
  /** The number of the action item that it is about. */
  actionItem?: number;
  to: Audience | 'commander';
  at: Date;
  /** Whether it waits for the digest of the day. */
  inDigest: boolean;
}

/** An action item with the teams that answer for it now, whoever wrote the postmortem. */
export type RemindedActionItem = ActionItemRecord & { teamRefs: string[] };

/** A postmortem with what decides about its reminders. */
export interface ReminderFacts {
  postmortem: PostmortemRecord;
  actionItems: RemindedActionItem[];
  calendar: WorkCalendar;
}

/**
 * Every occasion for a reminder that these facts give, past ones and future ones, in order. While
 * the facts stay, so do the occasions.
 *
 * @param waived - whether a waiver covers the postmortem; its action items stay work to be done
 */
export function occasionsOf(
  facts: ReminderFacts,
  rules: ReminderRules,
  waived: boolean,
): Occasion[] {
  if (!rules.enabled) return [];
  const occasions = [
    ...(waived || isDone(facts.postmortem)
      ? []
      : [...deadlineOccasions(facts, rules), ...ownerOccasions(facts, rules)]),
    ...actionItemOccasions(facts, rules),
  ];
  const restricted = facts.postmortem.visibility === 'restricted';
  return occasions
    .filter(({ to }) => !(restricted && to === 'parent'))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function isDone(postmortem: PostmortemRecord): boolean {
  return (
    postmortem.status === 'published' || postmortem.completedAt !== undefined
  );
}

function deadlineOccasions(
  { postmortem, calendar }: ReminderFacts,
  rules: ReminderRules,
): Occasion[] {
  const { required, deadline, governingSeverity, createdAt } = postmortem;
  if (!required || !deadline) return [];
  return occasionsOfStages(
    stagesFor(rules.postmortems, governingSeverity),
    { dueAt: deadline.dueAt, since: createdAt, calendar, rules },
    (stage, key) => ({
      reason: `${idOf(postmortem.number)}:${key}`,
      about: 'deadline',
      to: stage.to,
    }),
  );
}

function actionItemOccasions(
  { postmortem, actionItems, calendar }: ReminderFacts,
  rules: ReminderRules,
): Occasion[] {
  const stages = stagesFor(rules.actionItems, postmortem.governingSeverity);
  return actionItems.flatMap(({ number, status, dueAt, createdAt }) =>
    isUnderWay(status) && dueAt
      ? occasionsOfStages(
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
 * An owner who does not acknowledge, and a resolved incident without an owner: first the
 * commander is told, then the owning team.
 */
function ownerOccasions(
  { postmortem, calendar }: ReminderFacts,
  rules: ReminderRules,
): Occasion[] {
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

/** What is told at once is told at any hour, but not on days off. */
function onWorkingDay(
  time: Date,
  rules: ReminderRules,
  calendar: WorkCalendar,
): Date {
  return calendar.worksOn(localDate(time, calendar.timeZone))
    ? time
    : nextAt(rules.digestAt, time, calendar);
}

function occasionsOfStages(
  stages: Stage[],
  at: {
    dueAt: string;
    since: string;
    calendar: WorkCalendar;
    rules: ReminderRules;
  },
  toOccasion: (
    stage: Stage,
    key: string,
  ) => Pick<Occasion, 'reason' | 'about' | 'actionItem' | 'to'>,
): Occasion[] {
  return stages.flatMap(stage => {
    const time = digestFor(stage, at);
    if (!time) return [];
    const key = `${at.dueAt}:${stage.offsetHours}h:${stage.to}`;
    return [{ ...toOccasion(stage, key), at: time, inDigest: true }];
  });
}

/**
 * The digest that tells a stage: the first from its time on. A warning that days off would hold
 * back until after the deadline comes before them instead, or not at all where there was nothing
 * to warn of yet.
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
