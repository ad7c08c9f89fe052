import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';

/** Facts that determine the compliance status. Each is stored as a column. */
export interface ComplianceFacts {
  /** Whether a rule covers the governing severity. */
  required: boolean;
  /** Undefined until the incident is resolved. */
  dueAt?: Date;
  /** Start of the warning period before the deadline. */
  warnAt?: Date;
  /** When the postmortem was completed under the policy: published, or its review meeting held. */
  completedAt?: Date;
  /** Without `expiresAt`, it never expires. */
  waiver?: { expiresAt?: Date };
  /** Whether only an unconfirmed import completes or excuses the postmortem. */
  claimed?: boolean;
}

/** The compliance status: the first that matches, in the order of the code. */
export function complianceStatus(
  facts: ComplianceFacts,
  now: Date,
): ComplianceStatus {
  const { required, dueAt, warnAt, completedAt, waiver } = facts;
  if (!required) return 'not-required';
  if (facts.claimed) return 'claimed';
  if (waiver && (!waiver.expiresAt || waiver.expiresAt > now)) return 'waived';
  if (!dueAt) return 'pending';
  if (completedAt) return completedAt <= dueAt ? 'met' : 'late';
  if (now > dueAt) return 'overdue';
  if (warnAt && now >= warnAt) return 'due-soon';
  return 'on-track';
}
