import type { PostmortemFacts, PostmortemVerdict } from '../PostmortemRecord';
import { strictestDeadline } from '../../policy/strictestDeadline';
import type { PolicyBook } from '../../policy/PolicyBook';
import { completionTime } from './completionTime';
import { isClaimed } from './importClaims';

export type FactsUnderPolicy = Pick<
  PostmortemFacts,
  | 'startedAt'
  | 'resolvedAt'
  | 'severityHistory'
  | 'extension'
  | 'calendar'
  | 'meetingHeldAt'
  | 'publishedAt'
  | 'publications'
  | 'attachedAt'
  | 'imported'
  | 'waiver'
  | 'ownerRef'
  | 'ownerAcknowledgedAt'
>;

/** Evaluates facts under the policy in force when the incident started. */
export function evaluateUnderPolicy(
  facts: FactsUnderPolicy,
  book: PolicyBook,
): PostmortemVerdict {
  const {
    governingSeverity,
    governingRank,
    required,
    deadline,
    warnAt,
    policy,
  } = strictestDeadline(
    {
      startedAt: new Date(facts.startedAt),
      resolvedAt: facts.resolvedAt ? new Date(facts.resolvedAt) : undefined,
      severityHistory: facts.severityHistory,
      extension: facts.extension,
      calendarOverrides: facts.calendar,
    },
    book,
  );
  return {
    governingSeverity,
    governingRank,
    required,
    deadline,
    warnAt: warnAt?.toISOString(),
    completedAt: completionTime(facts, policy.satisfiedBy),
    claimed: isClaimed(facts, policy.satisfiedBy),
  };
}
