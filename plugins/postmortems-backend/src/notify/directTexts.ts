import type { MessageDetails, ToldAbout } from './message';
import type { RemindedActionItem } from './reminder/ReminderTrigger';
import { duePhrase, dueSentence, untilOf } from './dueText';
import { plainTime } from '../policy/plainTime';
import type { MessageFacts } from './messageFacts';

/** Returns the display name of a user. */
export type NameOf = (userRef: string) => string;

/** Notification topic. Users can configure their notifications by topic. */
export type Topic =
  | 'incident'
  | 'ownership'
  | 'review'
  | 'meeting'
  | 'exceptions';

interface DirectText {
  /** Mentions only the postmortem's id. The title is added if the recipient may see it. */
  headline: string;
  /** Text for recipients who may see the title. */
  detail?: string;
  /** Text for recipients who may see only the id. Names nobody and quotes nothing. */
  plain?: string;
  topic: Topic;
  severity: 'low' | 'normal' | 'high';
  /** The part of the page to open. */
  anchor?: string;
}

interface Given {
  id: string;
  item: RemindedActionItem | undefined;
  facts: MessageFacts;
  details: MessageDetails;
  nameOf: NameOf;
  now: Date;
}

/** Subjects that are sent as separate messages rather than digest lines. */
export type DirectAbout = Exclude<
  ToldAbout,
  'deadline' | 'action-item' | 'snoozed'
>;

/** The texts of direct messages. */
export const DIRECT_TEXTS: Record<DirectAbout, (given: Given) => DirectText> = {
  'owner-assigned': given => ({
    ...ownership(`You now own postmortem ${given.id}`, given),
    detail: `${due(given)} Please acknowledge it or hand it over.`,
    severity: 'normal',
  }),
  'owner-handed-over': given => {
    const { ownerSuggestion } = given.facts.postmortem;
    const suggestion = ownerSuggestion
      ? ` They suggest ${given.nameOf(ownerSuggestion.userRef)}.`
      : '';
    return {
      ...ownership(`${given.id} needs an owner`, given),
      detail: `${actor(given, 'The owner')} handed it over: "${
        given.details.reason
      }".${suggestion} ${due(given)}`,
    };
  },
  'owner-left': given => ({
    ...ownership(`${given.id} needs an owner`, given),
    detail: `${given.details.reason} ${due(given)}`,
  }),
  unacknowledged: given => {
    const { ownerRef } = given.facts.postmortem;
    const owner = ownerRef ? given.nameOf(ownerRef) : 'No one';
    return {
      ...ownership(
        `The owner of ${given.id} hasn't acknowledged it yet`,
        given,
      ),
      detail: `${owner} was assigned and hasn't acknowledged it yet. ${due(
        given,
      )}`,
    };
  },
  'no-owner': given => ownership(`${given.id} has no owner`, given),
  'still-ongoing': ({ id, facts }) => {
    const { calendar, lastNewsAt } = facts;
    const since = new Date(lastNewsAt!);
    const plain = `Is the incident still ongoing? There has been no news since ${plainTime(
      calendar.timeZone,
      since,
    ).moment(
      since,
    )}. Enter when it was resolved, or confirm that it is ongoing.`;
    return {
      headline: `${id} is still unresolved`,
      detail: plain,
      plain,
      topic: 'incident',
      severity: 'high',
      anchor: 'still-ongoing',
    };
  },
  'action-item-returned': given => {
    const { item, facts, details, now } = given;
    const plain = item?.dueAt
      ? duePhrase(new Date(item.dueAt), facts.calendar, now)
      : undefined;
    return {
      headline: `Action item ${given.id}/A${item?.number} needs an owner`,
      detail: [details.reason, plain].filter(Boolean).join(' '),
      plain,
      topic: 'ownership',
      severity: 'high',
    };
  },
  'review-requested': given => ({
    headline: `Please review ${given.id}`,
    detail: `${actor(given)} requested your review.`,
    topic: 'review',
    severity: 'normal',
  }),
  'changes-requested': given => ({
    headline: `Changes requested to ${given.id}`,
    detail: `${actor(given)}: "${given.details.reason}"`,
    topic: 'review',
    severity: 'normal',
  }),
  published: given => ({
    headline: `${given.id} was published`,
    detail: `${actor(given)} published it.`,
    topic: 'review',
    severity: 'low',
  }),
  'meeting-planned': given =>
    meeting(`Review meeting for ${given.id} scheduled`, given),
  'meeting-changed': given =>
    meeting(`Review meeting for ${given.id} changed`, given),
  'meeting-cancelled': given => {
    const goesOn = given.facts.postmortem.meeting?.scheduledFor !== undefined;
    return {
      ...meeting(
        goesOn
          ? `You are no longer invited to the review meeting for ${given.id}`
          : `Review meeting for ${given.id} canceled`,
        given,
      ),
      plain: undefined,
    };
  },
  'waiver-granted': given => {
    const { expiresAt } = given.facts.postmortem.waiver ?? {};
    const until = expiresAt
      ? `until ${untilOf(new Date(expiresAt), given.facts.calendar)}`
      : 'with no expiry';
    return exception(
      given.details.changed
        ? `The waiver for ${given.id} was changed`
        : `${given.id} was waived`,
      `waived it ${until}`,
      given,
    );
  },
  'waiver-withdrawn': given => ({
    ...exception(
      `The waiver for ${given.id} was withdrawn`,
      'withdrew it',
      given,
    ),
    severity: 'high',
  }),
  'waiver-expired': given => ({
    headline: `The waiver for ${given.id} has expired`,
    detail: `The deadline applies again. ${due(given)}`,
    plain: `The deadline applies again. ${due(given)}`,
    topic: 'exceptions',
    severity: 'high',
  }),
  'extension-granted': given =>
    exception(
      given.details.changed
        ? `The extension for ${given.id} was changed`
        : `The deadline of ${given.id} was extended`,
      'extended it',
      given,
    ),
  'extension-withdrawn': given => ({
    ...exception(
      `The extension for ${given.id} was withdrawn`,
      'withdrew it',
      given,
    ),
    severity: 'high',
  }),
};

function ownership(headline: string, given: Given): DirectText {
  const plain = due(given);
  return {
    headline,
    detail: plain,
    plain,
    topic: 'ownership',
    severity: 'high',
  };
}

function meeting(headline: string, given: Given): DirectText {
  const { scheduledFor, url } = given.details.meeting ?? {};
  const { timeZone } = given.facts.calendar;
  const when =
    scheduledFor &&
    `${untilOf(new Date(scheduledFor), given.facts.calendar)} (${timeZone})`;
  return {
    headline,
    detail: [when, url].filter(Boolean).join(', '),
    plain: when,
    topic: 'meeting',
    severity: 'normal',
  };
}

/** @param did - the actor's action, such as `withdrew it` */
function exception(headline: string, did: string, given: Given): DirectText {
  const { reason } = given.details;
  return {
    headline,
    detail: `${actor(given)} ${did}${reason ? `: "${reason}"` : ''}. ${due(
      given,
    )}`,
    plain: due(given),
    topic: 'exceptions',
    severity: 'normal',
  };
}

function due({ facts, now }: Given): string {
  return dueSentence(facts, now);
}

function actor({ details, nameOf }: Given, otherwise = 'Someone'): string {
  return details.actorRef ? nameOf(details.actorRef) : otherwise;
}
