import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';
import { complianceStatus } from '../../policy/complianceStatus';
import type { ComplianceFacts } from '../../policy/complianceStatus';

/** Facts that decide compliance, before or after a change. */
export interface JudgedFacts extends ComplianceFacts {
  /** Rank of the governing severity; 1 is the most severe. */
  governingRank: number;
  /** If no deadline runs: the due date if the incident were resolved now. */
  wouldBeDueAt?: Date;
}

/**
 * A way in which a change improves compliance. Each requires completing the postmortem, or an
 * exception granted by someone independent.
 */
export type Improvement =
  | 'left-overdue'
  | 'left-late'
  | 'left-rate'
  | 'later-deadline'
  | 'no-longer-required'
  | 'lower-severity';

/** Statuses that count in the on-time rate. */
const IN_RATE: ComplianceStatus[] = ['met', 'late', 'overdue'];

/**
 * Lists the ways in which a change improves a postmortem's compliance, as of `now`. Compliance may
 * improve only by completing the postmortem as the policy requires, or through an exception that
 * someone independent grants with a reason.
 */
export function improvements(
  before: JudgedFacts,
  after: JudgedFacts,
  now: Date,
): Improvement[] {
  // An import's claims excuse nothing, so compare both states without them, except for a new claim,
  // which would remove the postmortem from the rate.
  const isNewlyClaimed = after.claimed === true && !before.claimed;
  const was = complianceStatus({ ...before, claimed: false }, now);
  const is = complianceStatus({ ...after, claimed: isNewlyClaimed }, now);
  const found: Improvement[] = [];
  if (was === 'overdue' && is !== 'overdue') found.push('left-overdue');
  if (was === 'late' && !['late', 'overdue'].includes(is)) {
    found.push('left-late');
  }
  const countsOrWill = !['not-required', 'waived'].includes(was);
  if (
    (IN_RATE.includes(was) && !IN_RATE.includes(is)) ||
    (isNewlyClaimed && countsOrWill)
  ) {
    found.push('left-rate');
  }
  const dueBefore = before.dueAt ?? before.wouldBeDueAt;
  const dueAfter = before.dueAt ? after.dueAt : after.wouldBeDueAt;
  if (dueBefore && (!dueAfter || dueAfter > dueBefore)) {
    found.push('later-deadline');
  }
  if (before.required && !after.required) found.push('no-longer-required');
  if (after.governingRank > before.governingRank) found.push('lower-severity');
  return found;
}
