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

import type { ActionItemPriority } from 'backstage-plugin-postmortems-common';
import { computeDeadline } from './computeDeadline';
import type { CalendarOverrides } from './computeDeadline';
import type { PolicyBook } from './PolicyBook';

/**
 * When the policy wants the action items of an incident done, counted from its resolution like
 * the postmortem itself.
 *
 * Source of the defaults: PagerDuty's guide, 15 days after a SEV-1 and 30 after a SEV-2.
 *
 * @returns by priority; empty while the incident is not resolved, and without those priorities
 *   that no rule speaks of
 */
export function actionItemDueDates(
  facts: {
    startedAt: string;
    resolvedAt?: string;
    governingSeverity: string;
    calendar?: CalendarOverrides;
  },
  book: PolicyBook,
): Partial<Record<ActionItemPriority, string>> {
  const { resolvedAt, governingSeverity, calendar } = facts;
  if (!resolvedAt) return {};

  const startedAt = new Date(facts.startedAt);
  const due: Partial<Record<ActionItemPriority, string>> = {};
  for (const { priorities, ...rule } of book.actionItemRulesFor(startedAt)) {
    if (rule.severity !== governingSeverity) continue;
    const deadline = computeDeadline({
      resolvedAt: new Date(resolvedAt),
      governingSeverity,
      policy: { ...book.policyFor(startedAt), rules: [rule] },
      calendarOverrides: calendar,
    });
    for (const priority of priorities) due[priority] = deadline?.dueAt;
  }
  return due;
}
