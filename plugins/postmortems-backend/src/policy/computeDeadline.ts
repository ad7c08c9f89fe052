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

import { InputError } from '@backstage/errors';
import type {
  CountedDay,
  Deadline,
  Holidays,
  Policy,
  Rule,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import { countDays } from './countDays';
import { explainDeadline } from './explainDeadline';
import { createHolidayCalendar } from './holidayCalendar';
import { atTimeOfDay, endOfDay, localDate, localTimeOfDay } from './localDays';

/** What the owning team's calendar has different from the policy's. */
export interface CalendarOverrides {
  timeZone?: string;
  holidays?: Holidays;
}

/** What a deadline is computed from. */
export interface DeadlineInput {
  resolvedAt: Date;
  governingSeverity: string;
  policy: Pick<Policy, 'timeZone' | 'workingDays' | 'holidays' | 'rules'>;
  calendarOverrides?: CalendarOverrides;
  /** Lets the explanation say how the governing severity was reached. */
  severityHistory?: SeverityChange[];
  extension?: { dueAt: string };
}

/** The rule that covers a severity. */
export function ruleFor(
  policy: Pick<Policy, 'rules'>,
  severity: string,
): Rule | undefined {
  return policy.rules.find(rule => rule.severity === severity);
}

/**
 * When the postmortem of a resolved incident is due, and why.
 *
 * @returns undefined where no rule covers the governing severity
 */
export function computeDeadline(input: DeadlineInput): Deadline | undefined {
  const { resolvedAt, policy, calendarOverrides, extension } = input;
  const rule = ruleFor(policy, input.governingSeverity);
  if (!rule) return undefined;

  const timeZone = calendarOverrides?.timeZone ?? policy.timeZone;
  const counted = applyRule({
    rule,
    resolvedAt,
    timeZone,
    workingDays: policy.workingDays,
    holidays: ownCalendar(policy.holidays, calendarOverrides?.holidays),
  });
  // An extension only ever gives more time, even where the rule's deadline has moved since.
  const extendedTo = extension && new Date(extension.dueAt);
  const extended = extendedTo !== undefined && extendedTo > counted.dueAt;
  const dueAt = extended ? extendedTo : counted.dueAt;

  return {
    dueAt: dueAt.toISOString(),
    ...(extended && { originalDueAt: counted.dueAt.toISOString() }),
    rule,
    explanation: {
      sentence: explainDeadline({
        dueAt,
        counted,
        rule,
        resolvedAt,
        timeZone,
        severityHistory: input.severityHistory,
      }),
      timeZone,
      countedFrom: resolvedAt.toISOString(),
      dueDate: extended ? localDate(dueAt, timeZone) : counted.dueDate,
      days: counted.days,
    },
  };
}

/**
 * @param dueAt - what an extension would make the deadline
 * @param ruleDueAt - the deadline that the rule alone gives
 * @throws InputError where the extension would give no more time than the rule does
 */
export function assertExtensionLater(dueAt: Date, ruleDueAt: Date): void {
  if (dueAt <= ruleDueAt) {
    throw new InputError(
      `dueAt must be later than the deadline without the extension, ${ruleDueAt.toISOString()}`,
    );
  }
}

/**
 * The team's public holidays in place of the policy's. The dates that the organisation set
 * itself hold for every team, unless the team's calendar has its own.
 */
export function ownCalendar(
  policy: Holidays | undefined,
  team: Holidays | undefined,
): Holidays | undefined {
  return team
    ? { extra: policy?.extra, ignore: policy?.ignore, ...team }
    : policy;
}

/** A rule applied: the deadline it gives and the days counted on the way. */
interface AppliedRule {
  dueAt: Date;
  dueDate: string;
  days: CountedDay[];
}

function applyRule(options: {
  rule: Rule;
  resolvedAt: Date;
  timeZone: string;
  workingDays: number[];
  holidays: Holidays | undefined;
}): AppliedRule {
  const { resolvedAt, timeZone, workingDays } = options;
  const { due } = options.rule;
  if ('hours' in due) {
    const dueAt = new Date(resolvedAt.getTime() + due.hours * 3_600_000);
    return { dueAt, dueDate: localDate(dueAt, timeZone), days: [] };
  }
  const days = countDays({
    from: localDate(resolvedAt, timeZone),
    due,
    workingDays,
    holidays: createHolidayCalendar(options.holidays),
  });
  const dueDate = days[days.length - 1].date;
  const dueAt =
    due.cutoff === 'exact'
      ? atTimeOfDay(dueDate, localTimeOfDay(resolvedAt, timeZone), timeZone)
      : endOfDay(dueDate, timeZone);
  return { dueAt, dueDate, days };
}
