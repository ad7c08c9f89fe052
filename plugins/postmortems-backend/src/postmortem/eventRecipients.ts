import type { SignalPayload } from '@backstage/plugin-signals-node';
import type { ClaimedEvent } from '../kernel/outbox/OutboxStore';
import type { PostmortemRecord } from './PostmortemRecord';
import { idOf, numberOf } from '../kernel/ids';

type Recipients = SignalPayload['recipients'];

/**
 * Determines who gets a signal, by postmortem id. Even the number of a restricted postmortem is
 * confidential, so only people connected to it get a signal. People who just lost access also get
 * one, so that the postmortem disappears from their screens. When a postmortem becomes restricted,
 * everyone gets a signal.
 *
 * @param load - returns the postmortems with these numbers that exist
 */
export async function eventRecipients(
  claimed: ClaimedEvent[],
  load: (numbers: number[]) => Promise<PostmortemRecord[]>,
): Promise<Map<string, Recipients>> {
  const recipients = new Map<string, Recipients>();
  const restricted = new Map<string, Set<string>>();
  for (const { event, lostAccess: former } of claimed) {
    const { postmortemId, visibility, field } = event;
    if (visibility === 'internal' || field === 'visibility') {
      recipients.set(postmortemId, { type: 'broadcast' });
    } else {
      const refs = restricted.get(postmortemId) ?? new Set();
      for (const ref of former) refs.add(ref);
      restricted.set(postmortemId, refs);
    }
  }
  for (const record of await load([...restricted.keys()].map(numberOf))) {
    const refs = restricted.get(idOf(record.number));
    for (const ref of concernedBy(record)) refs?.add(ref);
  }
  for (const [id, refs] of restricted) {
    if (refs.size > 0 && !recipients.has(id)) {
      recipients.set(id, { type: 'user', entityRef: [...refs] });
    }
  }
  return recipients;
}

/** Who gets a signal about a postmortem in its current state; undefined for nobody. */
export function signalRecipients(
  record: PostmortemRecord,
): Recipients | undefined {
  if (record.visibility === 'internal') return { type: 'broadcast' };
  const refs = concernedBy(record);
  return refs.length > 0 ? { type: 'user', entityRef: refs } : undefined;
}

/**
 * Users and groups who lost access to a restricted postmortem. Some may still have access, for
 * example through an owning team; then the extra signal just causes a reload.
 *
 * @param after - omit if it was deleted
 */
export function lostAccess(
  before: PostmortemRecord,
  after?: PostmortemRecord,
): string[] {
  // Everyone already gets signals about internal postmortems.
  if ((after ?? before).visibility !== 'restricted') return [];
  const still = after ? concernedBy(after) : [];
  return concernedBy(before).filter(ref => !still.includes(ref));
}

/** The users and groups connected to a postmortem. A group stands for its members. */
function concernedBy(record: PostmortemRecord): string[] {
  const people = [
    record.ownerRef,
    record.commanderRef,
    ...record.contributors.map(({ userRef }) => userRef),
    ...record.reviewerRefs,
  ].filter(ref => ref !== undefined);
  return [...new Set([...people, ...record.teamRefs])];
}
