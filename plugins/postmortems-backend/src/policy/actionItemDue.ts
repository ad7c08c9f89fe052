import type { ActionItemPriority } from 'backstage-plugin-postmortems-common';
import { computeDeadline } from './computeDeadline';
import type { CalendarOverrides } from './computeDeadline';
import type { PolicyBook } from './PolicyBook';

/**
 * Due dates for action items under the policy, counted from the resolution like the postmortem's
 * deadline. Source of the defaults: PagerDuty's postmortem guide, 15 days after a SEV-1 and 30
 * after a SEV-2.
 *
 * @returns due dates by priority; empty before the resolution or without a rule
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
