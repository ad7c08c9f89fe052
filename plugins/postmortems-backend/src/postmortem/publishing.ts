import { ConflictError } from '@backstage/errors';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import type {
  PublicationFacts,
  ReviewState,
} from 'backstage-plugin-postmortems-common';

/** @throws ConflictError listing every unmet requirement */
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
          'add a P0 or P1 action item that is open, in progress or done, or set noActionItemsReason',
        ]
      : []),
    ...(missing.includes('resolved')
      ? ['resolvedAt is required: resolve the incident first']
      : []),
    ...(missing.includes('owner') ? [whatOwnerTakes(facts)] : []),
    ...(missing.includes('approvals') ? [whatApprovalsTake(facts)] : []),
    ...(missing.includes('changes-requested')
      ? [whoRequestedChanges(facts)]
      : []),
  ];
  throw new ConflictError(
    [`Cannot publish yet: missing ${missing.join(', ')}`, ...hints].join('; '),
  );
}

function whatOwnerTakes({ ownerRef }: { ownerRef?: string }): string {
  return ownerRef
    ? `${ownerRef} must acknowledge ownership or edit the postmortem`
    : 'assign an owner, who must then acknowledge ownership or edit the postmortem';
}

/** Explains how many approvals are missing, and how to get them. */
function whatApprovalsTake({ review }: { review: ReviewState }): string {
  const { approvals, approvalsRequired, reviewerRefs, dependent } = review;
  const asked = reviewerRefs.some(
    ref => !dependent.some(({ userRef }) => userRef === ref),
  );
  return [
    `publishing needs ${approvalsRequired} approval${
      approvalsRequired === 1 ? '' : 's'
    } of the current version by someone independent (not the owner, a past owner who acknowledged or edited it, or the author of more than half of the text); it has ${approvals}`,
    ...(asked
      ? []
      : [
          'add an independent reviewer, or lower postmortems.review.approvals in app-config',
        ]),
  ].join('; ');
}

function whoRequestedChanges({ review }: { review: ReviewState }): string {
  const who = review.reviews
    .filter(({ blocks }) => blocks)
    .map(({ reviewerRef }) => reviewerRef);
  return `${who.join(
    ' and ',
  )} requested changes: they must approve, or someone independent must dismiss the request with a reason`;
}

/** Independent reviewers who approved the current version, regardless of configuration. */
export function independentApprovers({
  reviews,
}: Pick<ReviewState, 'reviews'>): string[] {
  return reviews
    .filter(
      ({ verdict, stale, independent }) =>
        verdict === 'approve' && !stale && independent,
    )
    .map(({ reviewerRef }) => reviewerRef);
}
