import { complianceStatus } from '../../policy/complianceStatus';
import type { SeverityScale } from '../../policy/SeverityScale';
import { judged } from '../../postmortem/integrity/justification';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import type { Verdict } from '../requiresPostmortem';

/**
 * Whether to keep a draft whose incident may no longer require one. An untouched draft is removed,
 * unless it already counts in the on-time rate: excusing it requires a waiver, even if the source
 * now reports a drill.
 */
export function keepsDraft(
  draft: PostmortemRecord,
  verdict: Verdict,
  scale: SeverityScale,
  now: Date,
): boolean {
  return (
    mustStay(draft) ||
    verdict.counts !== false ||
    complianceStatus(judged(draft, scale), now) === 'overdue'
  );
}

/**
 * Whether a postmortem stays whatever the source reports, because a person has edited it or it
 * replaced a deleted one.
 */
export function mustStay(postmortem: PostmortemRecord | undefined): boolean {
  return (
    postmortem !== undefined &&
    (postmortem.edited || (postmortem.required && postmortem.deletions > 0))
  );
}
