import type {
  ComplianceStatus,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';

/** Facts that determine the compliance status. */
export type ComplianceFacts = Pick<
  PostmortemSummary,
  'complianceStatus' | 'dueAt' | 'completedAt'
>;

/** What to say about a status. `status` is part of the translation key. */
export interface ComplianceWords {
  status: ComplianceStatus;
  /** The duration to show, in milliseconds, if any. */
  ms?: number;
}

/**
 * Describes a compliance status with its time: time left, overdue by or late by. The page may stay
 * open past a deadline, so "due" turns into "overdue" here without a reload.
 */
export function complianceWords(
  facts: ComplianceFacts,
  now: number,
): ComplianceWords {
  const { complianceStatus, dueAt, completedAt } = facts;
  if (!dueAt) return { status: complianceStatus };
  const due = Date.parse(dueAt);

  switch (complianceStatus) {
    case 'on-track':
    case 'due-soon':
    case 'overdue':
      return now > due
        ? { status: 'overdue', ms: now - due }
        : {
            status:
              complianceStatus === 'overdue' ? 'due-soon' : complianceStatus,
            ms: due - now,
          };
    case 'late':
      return completedAt
        ? { status: 'late', ms: Date.parse(completedAt) - due }
        : { status: 'late' };
    default:
      return { status: complianceStatus };
  }
}
