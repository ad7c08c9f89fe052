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

import { assertPublishable } from './publishing';

const draft = {
  sections: [],
  contributingFactors: [{}],
  actionItems: [],
  actionItemsRequired: true,
  ownerRef: 'user:default/alice',
  review: {
    reviewerRefs: ['user:default/alice'],
    approvalsRequired: 1,
    approvals: 0,
    reviews: [],
  },
};

describe('assertPublishable', () => {
  it('names everything that is missing and what it takes', () => {
    expect(() => assertPublishable(draft)).toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message:
          'A postmortem cannot be published without summary, impact, what-happened, resolution, action-items, resolved, approvals; ' +
          'action-items takes a P0 or P1 action item that is open, in progress or done, or noActionItemsReason; ' +
          'resolved takes resolvedAt: the incident must not go on any more; ' +
          'approvals takes 1 of the content as it is now by others than the owner, and there are 0; ' +
          'nobody else is asked for a review yet: name reviewers, or configure postmortems.review.approvals',
      }),
    );
  });

  it('lets pass what lacks nothing', () => {
    expect(() =>
      assertPublishable({
        ...draft,
        sections: (
          ['summary', 'impact', 'what-happened', 'resolution'] as const
        ).map(key => ({ key, markdown: 'Written.' })),
        noActionItemsReason: 'Fixed by the vendor',
        resolvedAt: '2026-03-12T11:28:00.000Z',
        review: { ...draft.review, approvals: 1 },
      }),
    ).not.toThrow();
  });
});
