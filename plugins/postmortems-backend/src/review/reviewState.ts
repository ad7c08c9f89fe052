import type {
  Publication,
  Review,
  ReviewState,
  Status,
} from 'backstage-plugin-postmortems-common';
import type { GivenReview } from './ReviewStore';
import type { IndependenceRule } from '../policy/PolicyBook';
import { dependenceOf } from '../postmortem/integrity/independence';
import type { IndependenceFacts } from '../postmortem/integrity/independence';

/** Facts that determine the state of a review. */
export interface ReviewFacts {
  ownerRef?: string;
  status: Status;
  contentRevision: number;
  publications: Pick<Publication, 'at'>[];
  reviewerRefs: string[];
  approvalsRequired: number;
  independence: IndependenceRule;
  /** Everyone who acknowledged or edited as owner, with the latest cycle in which they did. */
  involvedIn: ReadonlyMap<string, number>;
  /** Characters of the current text by author. */
  authors: ReadonlyMap<string, number>;
  reviews: GivenReview[];
}

/**
 * Computes the review state. An approval counts if it is for the current version and from someone
 * independent. A request for changes blocks publishing until its reviewer approves, someone
 * dismisses it, or it lapses; edits don't resolve it.
 */
export function reviewState(facts: ReviewFacts): ReviewState {
  const reviews = facts.reviews.map(review => judgeReview(facts, review));
  return {
    reviewerRefs: facts.reviewerRefs,
    approvalsRequired: facts.approvalsRequired,
    approvals: reviews.filter(({ counts }) => counts).length,
    changesRequested: reviews.filter(({ blocks }) => blocks).length,
    reviews,
    dependent: dependents(facts),
  };
}

function judgeReview(facts: ReviewFacts, review: GivenReview): Review {
  const { publications, contentRevision } = facts;
  const { reviewerRef, verdict, reviewedAt, dismissed, lapsed } = review;
  const stale = review.contentRevision < contentRevision;
  // Consider involvement in the cycle in which the review was given.
  const cycle = publications.filter(({ at }) => at < reviewedAt).length;
  const known = independenceSince(facts, cycle);
  const dependence = dependenceOf(reviewerRef, known);
  return {
    ...review,
    stale,
    independent: dependence === undefined,
    ...(dependence && { dependence }),
    counts:
      verdict === 'approve' &&
      !stale &&
      !dependenceOf(reviewerRef, known, facts.independence),
    blocks:
      verdict === 'request-changes' &&
      !dismissed &&
      !lapsed &&
      !isSettled(review, publications),
  };
}

/**
 * Whether a review was given before the last publication. An open request for changes blocks
 * publishing, so it can be older than a publication only if an earlier version of the plugin
 * allowed that publication. It then no longer counts.
 */
export function isSettled(
  { reviewedAt }: Pick<GivenReview, 'reviewedAt'>,
  publications: Pick<Publication, 'at'>[],
): boolean {
  const latest = publications[publications.length - 1];
  return latest !== undefined && reviewedAt < latest.at;
}

/** Facts that determine independence, counting involvement from `cycle` on. */
function independenceSince(
  { ownerRef, involvedIn, authors }: ReviewFacts,
  cycle: number,
): IndependenceFacts {
  const involved = [...involvedIn].filter(([, latest]) => latest >= cycle);
  return {
    ownerRef,
    involvedRefs: new Set(involved.map(([userRef]) => userRef)),
    authors,
  };
}

/**
 * Everyone whose approval wouldn't count for the next publication or, if the postmortem is
 * published, didn't count for the last one.
 */
function dependents(facts: ReviewFacts): ReviewState['dependent'] {
  const { ownerRef, involvedIn, authors, publications, status } = facts;
  const known = independenceSince(
    facts,
    publications.length - (status === 'published' ? 1 : 0),
  );
  const people = new Set([
    ...(ownerRef ? [ownerRef] : []),
    ...involvedIn.keys(),
    ...authors.keys(),
  ]);
  return [...people]
    .filter(ref => ref.startsWith('user:'))
    .sort()
    .flatMap(userRef => {
      const because = dependenceOf(userRef, known, facts.independence);
      return because ? { userRef, because } : [];
    });
}
