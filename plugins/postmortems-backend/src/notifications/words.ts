/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Message } from '../database/DatabaseMessageStore';
import { plainTime } from '../policy/plainTime';
import type { ReminderFacts } from '../reminders';
import { idOf } from '../service/ids';

/** Lines that a digest spells out; more are counted. */
const SPELT_OUT = 15;

/** A message with the facts that it is about, as far as it is about any. */
export interface Told {
  message: Message;
  facts: ReminderFacts;
}

/** What somebody is called. */
export type NameOf = (userRef: string) => string;

/** The people that a message about one postmortem may name. */
export function namedIn({ message, facts }: Told): string[] {
  const { ownerRef, ownerSuggestion } = facts.postmortem;
  return [
    message.details?.actorRef,
    ownerRef,
    ownerSuggestion?.userRef,
  ].flatMap(ref => ref ?? []);
}

/** What a message about one postmortem says. */
export function direct(told: Told, nameOf: NameOf, now: Date) {
  const { message, facts } = told;
  const { postmortem } = facts;
  const id = idOf(postmortem.number);
  const news = reviewNews(message, id, nameOf);
  if (news) {
    return payload({
      title: `${news.title}: ${postmortem.title}`,
      description: news.description,
      link: `/postmortems/${id}`,
      topic: 'review',
      severity: message.about === 'published' ? 'low' : 'normal',
      scope: message.reason,
    });
  }
  const { title, description } = ownership(told, nameOf, now);
  return payload({
    title: `${title}: ${postmortem.title}`,
    description,
    link: `/postmortems/${id}`,
    topic: 'ownership',
    severity: message.about === 'owner-assigned' ? 'normal' : 'high',
    scope: message.reason,
  });
}

/** What the digest of a day says. */
export function digest(message: Message, lines: Told[], now: Date) {
  const said = lines.map(line => reminder(line, now));
  const [first] = said;
  const more = said.length - SPELT_OUT;
  return payload({
    title:
      said.length === 1
        ? first.text
        : `${said.length} postmortems and action items to look at`,
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

function payload(
  said: NotificationPayload & {
    topic: 'ownership' | 'review' | 'reminders';
  },
): NotificationPayload {
  return said;
}

function reviewNews({ about, details }: Message, id: string, nameOf: NameOf) {
  const { actorRef, reason } = details ?? {};
  const actor = actorRef ? nameOf(actorRef) : 'Somebody';
  switch (about) {
    case 'review-requested':
      return {
        title: `Please review ${id}`,
        description: `${actor} asks for your review.`,
      };
    case 'changes-requested':
      return {
        title: `Changes of ${id} are requested`,
        description: `${actor}: "${reason}"`,
      };
    case 'published':
      return {
        title: `${id} is published`,
        description: `${actor} published it.`,
      };
    default:
      return undefined;
  }
}

function ownership({ message, facts }: Told, nameOf: NameOf, now: Date) {
  const { postmortem } = facts;
  const id = idOf(postmortem.number);
  const due = dueSentence(facts, now);
  const owner = postmortem.ownerRef ? nameOf(postmortem.ownerRef) : 'Nobody';
  const { actorRef, reason } = message.details ?? {};
  const actor = actorRef ? nameOf(actorRef) : 'The owner';
  switch (message.about) {
    case 'owner-assigned':
      return {
        title: `You own the postmortem ${id}`,
        description: `${due} Please acknowledge, or hand it over.`,
      };
    case 'owner-handed-over': {
      const { ownerSuggestion } = postmortem;
      const suggestion = ownerSuggestion
        ? ` They suggest ${nameOf(ownerSuggestion.userRef)}.`
        : '';
      return {
        title: `${id} needs an owner`,
        description: `${actor} handed it over: "${reason}".${suggestion} ${due}`,
      };
    }
    case 'owner-left':
      return {
        title: `${id} needs an owner`,
        description: `${reason} ${due}`,
      };
    case 'unacknowledged':
      return {
        title: `${id} waits for its owner to acknowledge`,
        description: `${owner} was named and has not acknowledged yet. ${due}`,
      };
    default:
      return { title: `${id} has no owner`, description: due };
  }
}

function dueSentence({ postmortem, calendar }: ReminderFacts, now: Date) {
  const { deadline } = postmortem;
  if (!deadline) return 'No deadline runs yet.';
  const dueAt = new Date(deadline.dueAt);
  const until = plainTime(calendar.timeZone, dueAt).deadline(dueAt);
  return now > dueAt ? `It was due ${until}.` : `It is due ${until}.`;
}

function reminder({ message, facts }: Told, now: Date) {
  const { postmortem, actionItems, calendar } = facts;
  const id = idOf(postmortem.number);
  const item = actionItems.find(({ number }) => number === message.actionItem);
  const dueAt = item ? item.dueAt : postmortem.deadline?.dueAt;
  const due = dueAt && new Date(dueAt);
  const late = due ? now > due : false;
  const until = due
    ? ` ${late ? 'was' : 'is'} due ${plainTime(calendar.timeZone, due).deadline(
        due,
      )}`
    : '';
  return {
    late,
    link: `/postmortems/${id}`,
    text: item
      ? `Action item ${id}/A${item.number}${until}: ${item.title}`
      : `Postmortem ${id}${until}: ${postmortem.title}`,
  };
}
