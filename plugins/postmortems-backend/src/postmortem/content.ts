import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import type { Status } from 'backstage-plugin-postmortems-common';
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

/**
 * A published postmortem can't be edited. It must be reopened with a reason, reviewed and published
 * again.
 *
 * @throws ConflictError if the postmortem is published
 */
export function assertNotPublished({ status }: { status: Status }): void {
  if (status === 'published') {
    throw new ConflictError(
      'A published postmortem cannot be edited. Reopen it first: set its status to draft, with a reason',
    );
  }
}
