/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ConflictError, InputError } from '@backstage/errors';
import type {
  AddReview,
  Review,
  ReviewState,
  Status,
} from 'backstage-plugin-postmortems-common';

/** What decides how far the review of a postmortem is. */
export interface ReviewFacts {
  ownerRef?: string;
  contentRevision: number;
  reviewerRefs: string[];
  approvalsRequired: number;
  reviews: Omit<Review, 'stale' | 'counts'>[];
}

/**
 * How far the review is. An approval counts while what was approved is what stands there, and
 * never if it is the owner's own: nobody publishes alone.
 */
export function reviewState(facts: ReviewFacts): ReviewState {
  const reviews = facts.reviews.map(review => {
    const stale = review.contentRevision < facts.contentRevision;
    return {
      ...review,
      stale,
      counts:
        review.verdict === 'approve' &&
        !stale &&
        review.reviewerRef !== facts.ownerRef,
    };
  });
  return {
    reviewerRefs: facts.reviewerRefs,
    approvalsRequired: facts.approvalsRequired,
    approvals: reviews.filter(({ counts }) => counts).length,
    reviews,
  };
}

/**
 * A review is of the postmortem as it was read. Changes can be requested of an older state, for
 * that they may be made already does no harm; approving what one has not read would.
 *
 * @throws ConflictError
 * @throws InputError
 */
export function checkReview(
  current: { status: Status; contentRevision: number },
  { verdict, contentRevision }: AddReview,
): void {
  if (current.status !== 'in-review') {
    throw new ConflictError(
      `Only a postmortem in review can be reviewed, and this one is ${current.status}; send it for review first`,
    );
  }
  if (contentRevision > current.contentRevision) {
    throw new InputError(
      `contentRevision must be the one that was read, at most ${current.contentRevision}`,
    );
  }
  if (verdict === 'approve' && contentRevision < current.contentRevision) {
    throw new ConflictError(
      `The postmortem has changed since contentRevision ${contentRevision}: read it again, and approve contentRevision ${current.contentRevision}`,
    );
  }
}
