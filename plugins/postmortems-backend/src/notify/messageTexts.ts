import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Message, MessageAbout } from './MessageStore';
import { idOf } from '../kernel/ids';
import { DIRECT_TEXTS } from './directTexts';
import type { DirectAbout, NameOf, Topic } from './directTexts';
import { untilOf } from './dueText';
import type { SendableMessage } from './sendable';

/** Maximum number of lines in a digest. Any others are only counted. */
const SPELT_OUT = 15;

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
export function direct(told: SendableMessage, nameOf: NameOf, now: Date) {
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
  return payload({
    ...said,
    link: `/postmortems/${id}${anchor ? `#${anchor}` : ''}`,
    topic,
    severity,
    scope: message.reason,
  });
}

/** Renders a daily digest. */
export function digest(message: Message, lines: SendableMessage[], now: Date) {
  const said = lines.map(line => reminder(line, now));
  const [first] = said;
  const more = said.length - SPELT_OUT;
  return payload({
    title:
      said.length === 1
        ? first.text
        : `${said.length} postmortems and action items need your attention`,
    description:
      said.length === 1
        ? undefined
        : [
            ...said.slice(0, SPELT_OUT).map(({ text }) => text),
            ...(more > 0 ? [`and ${more} more`] : []),
          ].join('\n'),
    link: said.length === 1 ? first.link : '/postmortems',
    topic: 'reminders',
    severity: said.some(({ late }) => late) ? 'high' : 'normal',
    scope: message.reason,
  });
}

/** Whether a message is sent separately rather than as a digest line. */
export function isDirect(about: MessageAbout): about is DirectAbout {
  return about in DIRECT_TEXTS;
}

function payload(
  said: NotificationPayload & { topic: Topic | 'reminders' },
): NotificationPayload {
  return said;
}

function reminder({ message, facts, disclosure }: SendableMessage, now: Date) {
  const { postmortem, actionItems, calendar } = facts;
  const id = idOf(postmortem.number);
  const item = actionItems.find(({ number }) => number === message.actionItem);
  const dueAt = item ? item.dueAt : postmortem.deadline?.dueAt;
  const due = dueAt && new Date(dueAt);
  const late = due ? now > due : false;
  const until = due
    ? ` ${late ? 'was' : 'is'} due ${untilOf(due, calendar)}`
    : '';
  const what = item ? `Action item ${id}/A${item.number}` : `Postmortem ${id}`;
  const title =
    disclosure === 'title' ? `: ${item ? item.title : postmortem.title}` : '';
  return {
    late,
    link: `/postmortems/${id}`,
    text: `${what}${until}${title}`,
  };
}
