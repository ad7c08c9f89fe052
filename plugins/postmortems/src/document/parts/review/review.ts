import type {
  Dependence,
  Postmortem,
  Review,
} from 'backstage-plugin-postmortems-common';
import type { Myself } from '../../../ui/fields/useMyself';

/** A requested reviewer, or someone who has reviewed. */
export interface Reviewer {
  ref: string;
  /** Their latest review; undefined while pending. */
  review?: Review;
}

/** Everyone who has reviewed, newest first, followed by pending reviewers. */
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
 * Requests for changes that returned the postmortem to draft and block publishing, newest first.
 */
export function requestedChanges({
  status,
  review,
}: Pick<Postmortem, 'status' | 'review'>): Review[] {
  return status === 'draft'
    ? review.reviews.filter(({ blocks }) => blocks)
    : [];
}

/** Why a person's approval doesn't count; undefined if it does. */
export function dependenceOf(
  review: Postmortem['review'],
  userRef: string,
): Dependence | undefined {
  return review.dependent.find(each => each.userRef === userRef)?.because;
}

/**
 * Whether a requested review is pending: the postmortem is in review, and the reviewer hasn't
 * approved the current version. A group's review is no longer pending once any member has reviewed.
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
      mine?.blocks ||
      (!isAnswered && reviewerRefs.some(ref => me.claims.includes(ref))))
  );
}
