import type { ApprovalRule, PolicyBook } from './PolicyBook';

/**
 * The number of approvals required to publish. A single number applies only to postmortems required
 * by a rule; numbers per severity always apply.
 */
export function approvalsRequired(
  facts: { governingSeverity: string; required: boolean },
  book: PolicyBook,
): number {
  const rule: ApprovalRule = book.approvals;
  if (typeof rule !== 'number') return rule.get(facts.governingSeverity) ?? 0;
  return facts.required ? rule : 0;
}

/**
 * Whether publishing requires a committed action item or a reason for having none. It does if a
 * rule requires the postmortem and the policy in force when the incident started has
 * `actionItemsToPublish: required`.
 */
export function actionItemsRequired(
  facts: { startedAt: string; required: boolean },
  book: PolicyBook,
): boolean {
  const policy = book.policyFor(new Date(facts.startedAt));
  return facts.required && policy.actionItemsToPublish === 'required';
}
