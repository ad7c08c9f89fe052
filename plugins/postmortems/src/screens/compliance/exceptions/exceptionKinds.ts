import type {
  ComplianceException,
  ComplianceExceptionKind,
} from 'backstage-plugin-postmortems-common';

export const exceptionKindKeys = {
  waiver: 'waiver',
  extension: 'extension',
  correction: 'correction',
  redated: 'redated',
  'source-report': 'sourceReport',
  covered: 'covered',
  merged: 'merged',
  imported: 'imported',
  'import-confirmed': 'importConfirmed',
  deleted: 'deleted',
  restored: 'restored',
  'unapproved-publication': 'unapprovedPublication',
  'review-dismissed': 'reviewDismissed',
} as const satisfies Record<ComplianceExceptionKind, string>;

const DAY_MS = 86_400_000;

/**
 * Days by which an exception moved the deadline, rounded away from zero. Positive means later.
 * Undefined if a deadline is missing or unchanged.
 */
export function daysMoved({
  dueBefore,
  dueAfter,
}: Pick<ComplianceException, 'dueBefore' | 'dueAfter'>): number | undefined {
  if (!dueBefore || !dueAfter || dueBefore === dueAfter) return undefined;
  const days = (Date.parse(dueAfter) - Date.parse(dueBefore)) / DAY_MS;
  return Math.sign(days) * Math.max(1, Math.round(Math.abs(days)));
}
