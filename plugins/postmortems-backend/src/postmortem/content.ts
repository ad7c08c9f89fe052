import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import type { Status } from 'backstage-plugin-postmortems-common';
import type { PostmortemFacts } from './PostmortemRecord';

/** Facts that are part of the content. Others, such as labels, only help to find a postmortem. */
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
 * Published postmortems cannot be edited: reopen with a reason, review and publish again.
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
