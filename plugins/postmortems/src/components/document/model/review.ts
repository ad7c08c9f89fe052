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

import type { Postmortem, Review } from 'backstage-plugin-postmortems-common';
import type { Myself } from '../fields/useMyself';

/** Somebody who is asked for a review, or gave one. */
export interface Reviewer {
  ref: string;
  /** What they said last; absent while they are awaited. */
  review?: Review;
}

/** Everybody who reviewed, newest first, and after them those who are asked and awaited. */
export function reviewersOf({
  reviews,
  reviewerRefs,
}: Postmortem['review']): Reviewer[] {
  const answered = new Set(reviews.map(({ reviewerRef }) => reviewerRef));
  return [
    ...reviews.map(review => ({ ref: review.reviewerRef, review })),
    ...reviewerRefs.filter(ref => !answered.has(ref)).map(ref => ({ ref })),
  ];
}

/**
 * The changes that made it a draft again, newest first. What was requested before it was last
 * published is settled.
 */
export function requestedChanges({
  status,
  review,
  publications,
}: Pick<Postmortem, 'status' | 'review' | 'publications'>): Review[] {
  if (status !== 'draft') return [];
  const settled = publications.at(-1)?.at;
  return review.reviews.filter(
    ({ verdict, reviewedAt }) =>
      verdict === 'request-changes' &&
      (!settled || Date.parse(reviewedAt) > Date.parse(settled)),
  );
}

/**
 * Whether somebody's review is awaited: it is in review, they are asked, and have not approved it
 * as it is now. Who is asked through a group need not answer once somebody else did.
 */
export function isReviewAwaited(
  { status, review }: Pick<Postmortem, 'status' | 'review'>,
  me: Myself,
): boolean {
  const { reviewerRefs, reviews, approvals, approvalsRequired } = review;
  const mine = reviews.find(each => each.reviewerRef === me.userRef);
  const isAnswered = approvals >= Math.max(approvalsRequired, 1);
  return (
    status === 'in-review' &&
    !(mine?.verdict === 'approve' && !mine.stale) &&
    (reviewerRefs.includes(me.userRef) ||
      (!isAnswered && reviewerRefs.some(ref => me.claims.includes(ref))))
  );
}
