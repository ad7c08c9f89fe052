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
import { isReviewAwaited, requestedChanges, reviewersOf } from './review';

const ana: Review = {
  reviewerRef: 'user:default/ana',
  verdict: 'approve',
  contentRevision: 1,
  reviewedAt: '2026-03-13T08:00:00.000Z',
  stale: false,
  counts: true,
};

function aReview(
  overrides: Partial<Postmortem['review']> = {},
): Postmortem['review'] {
  return {
    reviewerRefs: [],
    approvalsRequired: 1,
    approvals: 0,
    reviews: [],
    ...overrides,
  };
}

describe('reviewersOf', () => {
  it('has everybody once, those who are awaited last', () => {
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
  ])('of somebody who is %s', (_, review, awaited) => {
    expect(isReviewAwaited({ status: 'in-review', review }, bo)).toBe(awaited);
    expect(isReviewAwaited({ status: 'draft', review }, bo)).toBe(false);
  });
});

describe('requestedChanges', () => {
  const request: Review = { ...ana, verdict: 'request-changes', counts: false };
  const review = aReview({ reviews: [request, { ...ana, reviewerRef: 'x' }] });
  const published = (at: string) => [{ at, contentRevision: 1 }];

  it('are those that made it the draft that it is', () => {
    expect(
      requestedChanges({ status: 'draft', review, publications: [] }),
    ).toEqual([request]);
    expect(
      requestedChanges({ status: 'in-review', review, publications: [] }),
    ).toEqual([]);
  });

  it('are settled once it was published', () => {
    expect(
      requestedChanges({
        status: 'draft',
        review,
        publications: published('2026-03-12T08:00:00Z'),
      }),
    ).toEqual([request]);
    expect(
      requestedChanges({
        status: 'draft',
        review,
        publications: published('2026-03-14T08:00:00Z'),
      }),
    ).toEqual([]);
  });
});
