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

import { ConflictError } from '@backstage/errors';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import type {
  PublicationFacts,
  ReviewState,
} from 'backstage-plugin-postmortems-common';

/**
 * @throws ConflictError that names all that is missing
 */
export function assertPublishable(
  facts: PublicationFacts & { ownerRef?: string; review: ReviewState },
): void {
  const missing = publicationRequirements(facts)
    .filter(({ met }) => !met)
    .map(({ key }) => key);
  if (missing.length === 0) return;

  const hints = [
    ...(missing.includes('action-items')
      ? [
          'action-items takes a P0 or P1 action item that is open, in progress or done, or noActionItemsReason',
        ]
      : []),
    ...(missing.includes('resolved')
      ? ['resolved takes resolvedAt: the incident must not go on any more']
      : []),
    ...(missing.includes('approvals') ? [whatApprovalsTake(facts)] : []),
  ];
  throw new ConflictError(
    [
      `A postmortem cannot be published without ${missing.join(', ')}`,
      ...hints,
    ].join('; '),
  );
}

/** How many approvals are missing, and how one comes by them. */
function whatApprovalsTake({
  ownerRef,
  review,
}: {
  ownerRef?: string;
  review: ReviewState;
}): string {
  const { approvals, approvalsRequired, reviewerRefs } = review;
  const asked = reviewerRefs.some(ref => ref !== ownerRef);
  return [
    `approvals takes ${approvalsRequired} of the content as it is now by others than the owner, and there are ${approvals}`,
    ...(asked
      ? []
      : [
          'nobody else is asked for a review yet: name reviewers, or configure postmortems.review.approvals',
        ]),
  ].join('; ');
}
