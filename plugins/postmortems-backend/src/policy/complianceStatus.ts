import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';

/** Facts that determine the compliance status. Each is stored in a column. */
export interface ComplianceFacts {
  /** Whether a rule covers the governing severity. */
  required: boolean;
  /** Undefined until the incident is resolved. */
  dueAt?: Date;
  /** Start of the warning period before the deadline. */
  warnAt?: Date;
  /**
   * When the postmortem was completed under the policy: it was published, or its review meeting was
   * held.
   */
  completedAt?: Date;
  /** The waiver never expires if `expiresAt` is undefined. */
  waiver?: { expiresAt?: Date };
  /** Whether its completion, waiver or extension comes from an import that hasn't been confirmed. */
  claimed?: boolean;
}

/** The first compliance status that matches, in the order below. */
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
