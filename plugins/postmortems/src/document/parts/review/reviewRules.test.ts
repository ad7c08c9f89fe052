import type { Postmortem, Review } from 'backstage-plugin-postmortems-common';
import { isReviewAwaited, requestedChanges, reviewersOf } from './review';

const ana: Review = {
  reviewerRef: 'user:default/ana',
  verdict: 'approve',
  contentRevision: 1,
  reviewedAt: '2026-03-13T08:00:00.000Z',
  stale: false,
  independent: true,
  counts: true,
  blocks: false,
};

function aReview(
  overrides: Partial<Postmortem['review']> = {},
): Postmortem['review'] {
  return {
    reviewerRefs: [],
    approvalsRequired: 1,
    approvals: 0,
    changesRequested: 0,
    reviews: [],
    dependent: [],
    ...overrides,
  };
}

describe('reviewersOf', () => {
  it('lists everyone once, pending reviewers last', () => {
    const review = aReview({
      reviewerRefs: ['user:default/bo', 'user:default/ana'],
      reviews: [ana],
    });
    expect(reviewersOf(review)).toEqual([
      { ref: 'user:default/ana', review: ana },
      { ref: 'user:default/bo' },
    ]);
  });
});

describe('isReviewAwaited', () => {
  const bo = {
    userRef: 'user:default/bo',
    claims: ['user:default/bo', 'group:default/edge'],
  };
  const asked = ['user:default/bo'];
  const group = ['group:default/edge'];

  it.each([
    ['asked', aReview({ reviewerRefs: asked }), true],
    ['not asked', aReview({ reviewerRefs: ['user:default/ana'] }), false],
    ['asked through a group', aReview({ reviewerRefs: group }), true],
    [
      'asked through a group in which enough have approved',
      aReview({ reviewerRefs: group, reviews: [ana], approvals: 1 }),
      false,
    ],
    [
      'asked in person, though enough have approved',
      aReview({ reviewerRefs: asked, reviews: [ana], approvals: 1 }),
      true,
    ],
    [
      'asked, and has approved',
      aReview({
        reviewerRefs: asked,
        reviews: [{ ...ana, reviewerRef: bo.userRef }],
      }),
      false,
    ],
    [
      'asked, and has approved what has changed since',
      aReview({
        reviewerRefs: asked,
        reviews: [{ ...ana, reviewerRef: bo.userRef, stale: true }],
      }),
      true,
    ],
    [
      'asked, and had requested changes',
      aReview({
        reviewerRefs: asked,
        reviews: [
          { ...ana, reviewerRef: bo.userRef, verdict: 'request-changes' },
        ],
      }),
      true,
    ],
    [
      'not asked, but has requested changes',
      aReview({
        reviews: [
          {
            ...ana,
            reviewerRef: bo.userRef,
            verdict: 'request-changes',
            blocks: true,
          },
        ],
      }),
      true,
    ],
  ])('of somebody who is %s', (_, review, awaited) => {
    expect(isReviewAwaited({ status: 'in-review', review }, bo)).toBe(awaited);
    expect(isReviewAwaited({ status: 'draft', review }, bo)).toBe(false);
  });
});

describe('requestedChanges', () => {
  const request: Review = {
    ...ana,
    verdict: 'request-changes',
    counts: false,
    blocks: true,
  };
  const review = aReview({
    reviews: [request, { ...request, blocks: false }, ana],
  });

  it('are those that block and returned it to draft', () => {
    expect(requestedChanges({ status: 'draft', review })).toEqual([request]);
    expect(requestedChanges({ status: 'in-review', review })).toEqual([]);
  });
});
