import { ConflictError, InputError } from '@backstage/errors';
import type { AddReview, Status } from 'backstage-plugin-postmortems-common';

/**
 * Checks that a review is for a valid version. Changes may be requested for an outdated version,
 * but only the current version can be approved.
 *
 * @throws ConflictError if the postmortem isn't in review, or an approval is for an outdated
 * version
 * @throws InputError if the version doesn't exist
 */
export function checkReviewedVersion(
  current: { status: Status; contentRevision: number },
  { verdict, contentRevision }: AddReview,
): void {
  if (current.status !== 'in-review') {
    throw new ConflictError(
      `status must be in-review, not ${current.status}, to add a review. Request a review first`,
    );
  }
  if (contentRevision > current.contentRevision) {
    throw new InputError(
      `contentRevision must be the version you read, at most ${current.contentRevision}, not ${contentRevision}`,
    );
  }
  if (verdict === 'approve' && contentRevision < current.contentRevision) {
    throw new ConflictError(
      `contentRevision ${contentRevision} is out of date. Read the postmortem again and approve contentRevision ${current.contentRevision}`,
    );
  }
}
