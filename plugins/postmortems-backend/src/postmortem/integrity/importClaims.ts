import { openImportClaims } from 'backstage-plugin-postmortems-common';
import type { ImportClaim, Policy } from 'backstage-plugin-postmortems-common';
import type { ImportProvenance, PostmortemFacts } from '../PostmortemRecord';

/**
 * Whether a postmortem is complete or excused only by its import's claims. Until someone
 * independent confirms them, it is excluded from all rates. Claims don't cover incidents added
 * after the import.
 */
export function isClaimed(
  facts: Parameters<typeof openImportClaims>[0] &
    Pick<PostmortemFacts, 'imported' | 'attachedAt'>,
  satisfiedBy: Policy['satisfiedBy'],
): boolean {
  const { imported, attachedAt } = facts;
  if (!imported || attachedAt) return false;
  const completing: ImportClaim =
    satisfiedBy === 'meeting-held' ? 'meeting' : 'publication';
  return openImportClaims(facts).some(claim =>
    [completing, 'waiver', 'extension'].includes(claim),
  );
}

/** The facts as they are once all open claims are confirmed. */
export function confirmedFacts(
  facts: PostmortemFacts,
  imported: ImportProvenance,
  by: { actorRef: string; at: string },
): Partial<PostmortemFacts> {
  const { publication, waiver, extension, acknowledgement, meeting } =
    imported.claims;
  const open = new Set(openImportClaims(facts));
  return {
    ...(publication &&
      open.has('publication') && {
        publishedAt: publication.at,
        publications: [{ at: publication.at, contentRevision: 1 }],
      }),
    ...(open.has('waiver') && { waiver }),
    ...(open.has('extension') && { extension }),
    ...(acknowledgement &&
      open.has('acknowledgement') && {
        ownerAcknowledgedAt: acknowledgement.at,
        ownerPendingSince: undefined,
      }),
    ...(meeting && open.has('meeting') && { meetingHeldAt: meeting.heldAt }),
    imported: { ...imported, confirmedBy: by.actorRef, confirmedAt: by.at },
  };
}
