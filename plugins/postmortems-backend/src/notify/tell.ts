import type { Knex } from 'knex';
import type { MessageDetails, ToldAbout } from './message';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { idOf } from '../kernel/ids';
import type { NotifyContext } from './context';

/** Dependencies for queuing messages. */
export type MessageContext = Pick<
  NotifyContext,
  'clock' | 'messages' | 'watchers'
>;

/** A message about a change, stored in the change's transaction. */
export interface News {
  about: ToldAbout;
  /** Users, and groups whose members are notified. The actor is skipped. */
  recipientRefs: string[];
  details: MessageDetails;
  /** The number of the action item, if the message is about one. */
  actionItem?: number;
  /** Distinguishes the message from others of its kind. Defaults to the postmortem's revision. */
  key?: string;
}

/** Queues messages about a postmortem. */
export async function tell(
  ctx: MessageContext,
  tx: Knex,
  { number, revision }: Pick<PostmortemRecord, 'number' | 'revision'>,
  { about, recipientRefs, details, actionItem, key }: News,
): Promise<void> {
  const subject =
    actionItem === undefined ? idOf(number) : `${idOf(number)}/A${actionItem}`;
  await ctx.messages.add(
    tx,
    [...new Set(recipientRefs)]
      .filter(recipientRef => recipientRef !== details.actorRef)
      .map(recipientRef => ({
        reason: `${subject}:${about}:${key ?? revision}`,
        recipientRef,
        kind: 'direct' as const,
        about,
        postmortem: number,
        actionItem,
        details,
        sendAt: ctx.clock(),
        createdAt: ctx.clock(),
      })),
  );
}
