import { isDeepStrictEqual } from 'node:util';
import type { PostmortemFacts } from './PostmortemRecord';

/**
 * Facts that are part of the content. Others, such as labels, only help people find a postmortem.
 */
const CONTENT_FACTS = [
  'title',
  'outcome',
  'severityHistory',
  'startedAt',
  'detectedAt',
  'mitigatedAt',
  'resolvedAt',
  'entityRefs',
  'commanderRef',
  'contributors',
  'links',
  'noActionItemsReason',
  'attachedAt',
] as const;

/** Whether a change makes existing reviews stale. */
export function changesContent(
  before: PostmortemFacts,
  after: PostmortemFacts,
): boolean {
  return CONTENT_FACTS.some(
    fact => !isDeepStrictEqual(before[fact], after[fact]),
  );
}
