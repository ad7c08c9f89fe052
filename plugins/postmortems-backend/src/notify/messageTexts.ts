import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { MessageAbout } from './message';
import { idOf } from '../kernel/ids';
import { DIRECT_TEXTS } from './directTexts';
import type { DirectAbout, NameOf, Topic } from './directTexts';
import type { SendableMessage } from './sendable';

/** What a message contains. */
export type MessagePayload = NotificationPayload & {
  topic: Topic | 'reminders' | 'weekly-digest';
};

/** The people that a direct message may name. */
export function namedIn({ message, facts }: SendableMessage): string[] {
  const { ownerRef, ownerSuggestion } = facts.postmortem;
  return [
    message.details?.actorRef,
    ownerRef,
    ownerSuggestion?.userRef,
  ].flatMap(ref => ref ?? []);
}

/** Renders a direct message, limited to what its recipient may see. */
export function direct(
  told: SendableMessage,
  nameOf: NameOf,
  now: Date,
): MessagePayload {
  const { message, facts, disclosure } = told;
  const { postmortem, actionItems } = facts;
  const id = idOf(postmortem.number);
  const item = actionItems.find(({ number }) => number === message.actionItem);
  if (!isDirect(message.about)) {
    throw new Error(
      `${message.about} has no text of its own; it is sent in digests only`,
    );
  }
  const text = DIRECT_TEXTS[message.about];
  const { headline, detail, plain, topic, severity, anchor } = text({
    id,
    item,
    facts,
    details: message.details ?? {},
    nameOf,
    now,
  });
  const said =
    disclosure === 'title'
      ? {
          title: `${headline}: ${item ? item.title : postmortem.title}`,
          description: detail,
        }
      : { title: headline, description: plain };
  return {
    ...said,
    link: `/postmortems/${id}${anchor ? `#${anchor}` : ''}`,
    topic,
    severity,
    scope: message.reason,
  };
}

/** Whether a message is sent separately rather than as a digest line. */
export function isDirect(about: MessageAbout): about is DirectAbout {
  return about in DIRECT_TEXTS;
}
