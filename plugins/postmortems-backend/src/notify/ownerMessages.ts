import type { Knex } from 'knex';
import type { MessageAbout, NewMessage } from './message';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { ChangeMeta } from '../postmortem/historyEntries';
import { idOf } from '../kernel/ids';
import type { MessageContext } from './tell';

/**
 * Notifies the new owner or, if there is none, the people who can assign one. Runs in the
 * transaction of the change.
 *
 * @param change - describes the change; the person who made it gets no message
 */
export async function tellOfOwner(
  ctx: MessageContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  change: Pick<ChangeMeta, 'actorRef' | 'reason' | 'ownerGone'>,
): Promise<void> {
  const { number, revision, ownerRef, commanderRef, teamRefs } = postmortem;
  const { actorRef, reason } = change;
  const message = (about: MessageAbout, recipientRef: string): NewMessage => ({
    reason: `${idOf(number)}:${about}:${revision}`,
    recipientRef,
    kind: 'direct',
    about,
    postmortem: number,
    details: { actorRef, reason },
    sendAt: ctx.clock(),
    createdAt: ctx.clock(),
  });
  const messages: NewMessage[] = [];
  if (ownerRef) {
    if (ownerRef !== actorRef)
      messages.push(message('owner-assigned', ownerRef));
  } else if (change.ownerGone) {
    const about = `owner-${change.ownerGone}` as const;
    const toCommander = commanderRef && commanderRef !== actorRef;
    messages.push(
      ...(toCommander ? [commanderRef] : teamRefs).map(ref =>
        message(about, ref),
      ),
    );
  }
  await ctx.messages.add(tx, messages);
}
