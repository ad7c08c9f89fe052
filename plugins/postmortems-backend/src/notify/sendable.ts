import type { TeamMembers } from './TeamMembers';
import type { Message } from './message';
import type { NotifyContext } from './context';
import { groupsIn, loadFacts, subjectsOf } from './messageFacts';
import type { MessageFacts } from './messageFacts';
import { disclosureOf } from './disclosure';
import type { Circumstances, Disclosure } from './disclosure';

/** A message that may be sent, with its facts and what it may reveal. */
export interface SendableMessage {
  message: Message;
  facts: MessageFacts;
  disclosure: Exclude<Disclosure, 'nothing'>;
}

/**
 * Filters one recipient's messages to those that may be sent now, and determines what each may
 * reveal.
 *
 * @throws ServiceUnavailableError if the catalog is unavailable
 */
export async function sendable(
  ctx: NotifyContext,
  teamMembers: TeamMembers,
  messages: Message[],
  around: Omit<Circumstances, 'now'>,
): Promise<SendableMessage[]> {
  const [first] = messages;
  if (!first) return [];
  const all = await loadFacts(ctx, ctx.knex, subjectsOf(messages));
  const recipient = await teamMembers.recipient(first.recipientRef, [
    ...new Set([...all.values()].flatMap(groupsIn)),
  ]);
  const now = ctx.clock();
  return messages.flatMap(message => {
    const facts = message.postmortem ? all.get(message.postmortem) : undefined;
    const disclosure = disclosureOf(message, facts, recipient, {
      ...around,
      now,
    });
    return facts && disclosure !== 'nothing'
      ? { message, facts, disclosure }
      : [];
  });
}
