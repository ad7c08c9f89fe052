import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { StoredUpdate } from './LiveStore';

/** More updates than this are replaced by a snapshot. */
export const MOST_UPDATES = 50;

/** Consecutive updates by the same person, to be written as one edit. */
export interface Contribution {
  actorRef: string;
  updates: Uint8Array[];
}

/** Groups updates by author, in order. */
export function contributionsOf(updates: StoredUpdate[]): Contribution[] {
  const contributions: Contribution[] = [];
  for (const { actorRef, update } of updates) {
    const last = contributions[contributions.length - 1];
    if (last?.actorRef === actorRef) last.updates.push(update);
    else contributions.push({ actorRef, updates: [update] });
  }
  return contributions;
}

/**
 * Whether a document should start again from its text, because what was removed from it takes up
 * too much of the space that the limit leaves.
 */
export function isOvergrown(stateBytes: number): boolean {
  return stateBytes > LIMITS.liveDocumentBytes / 2;
}

/**
 * Whether updates that were read separately from the document's record are complete. They aren't if
 * they were compacted in between.
 *
 * @param lastSeq - the latest update according to the record
 */
export function isComplete(
  updates: StoredUpdate[],
  since: number,
  lastSeq: number,
): boolean {
  const known = updates.filter(({ seq }) => seq <= lastSeq);
  return known.length === Math.max(0, lastSeq - since);
}
