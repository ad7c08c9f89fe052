import type { Message } from './message';
import { idOf } from '../kernel/ids';
import { untilOf } from './dueText';
import type { MessagePayload } from './messageTexts';
import type { SendableMessage } from './sendable';

/** Maximum number of lines in a digest. Any others are only counted. */
const SPELT_OUT = 15;

/** Renders a daily digest. Lines are sorted by time. */
export function digest(
  message: Message,
  lines: SendableMessage[],
  now: Date,
): MessagePayload {
  const said = latestOfEach(lines).map(line => reminder(line, now));
  const [first] = said;
  const more = said.length - SPELT_OUT;
  return {
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
  };
}

/** Keeps only the latest line about each postmortem or action item. */
function latestOfEach(lines: SendableMessage[]): SendableMessage[] {
  const latest = new Map(
    lines.map(line => [
      `${line.message.postmortem}/${line.message.actionItem}`,
      line,
    ]),
  );
  return [...latest.values()];
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
