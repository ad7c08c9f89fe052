import { isDeepStrictEqual } from 'node:util';
import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type { Message, ToldAbout } from './message';
import type { PlannedMeeting } from '../postmortem/PostmortemRecord';
import { planOf } from '../meeting/ports';
import { recipientsOf, isRecipient } from './reminder/recipients';
import { isWaived, openTriggers } from './reminder/reminderSchedule';
import type { Recipient } from './reminder/recipients';
import type { ReminderRules } from './reminder/reminderRules';
import type { MessageFacts } from './messageFacts';

interface Given {
  message: Message;
  facts: MessageFacts;
  recipient: Recipient;
  /** Whether the plugin's rules give the recipient access to the postmortem. */
  isConcerned: boolean;
  rules: ReminderRules;
  now: Date;
}

/** Whether a message is still true and still relevant to its recipient. */
export const STILL_APPLIES: Record<ToldAbout, (given: Given) => boolean> = {
  'owner-assigned': isOwner,
  'owner-handed-over': canNameOwner,
  'owner-left': canNameOwner,
  unacknowledged: isReminded,
  'no-owner': isReminded,
  'still-ongoing': isReminded,
  deadline: isReminded,
  'action-item': isReminded,
  'review-requested': ({ facts: { postmortem }, recipient }) =>
    postmortem.status === 'in-review' &&
    [recipient.ref, ...recipient.toldFor].some(ref =>
      postmortem.reviewerRefs.includes(ref),
    ),
  'changes-requested': given =>
    given.facts.postmortem.status === 'draft' && isOwner(given),
  published: given =>
    given.facts.postmortem.status === 'published' &&
    (isInTeam(given) || isWatcher(given)),
  'meeting-planned': isExpectedAtMeeting,
  'meeting-changed': isExpectedAtMeeting,
  'meeting-cancelled': isNotExpectedAtMeeting,
  'waiver-granted': given =>
    given.facts.postmortem.waiver?.grantedAt ===
      given.message.details?.grantedAt && isResponsible(given),
  'waiver-withdrawn': given =>
    !given.facts.postmortem.waiver && isResponsible(given),
  'waiver-expired': given => {
    const { waiver, completedAt } = given.facts.postmortem;
    return (
      waiver?.grantedAt === given.message.details?.grantedAt &&
      !isWaived(given.facts, given.now) &&
      !completedAt &&
      isResponsible(given)
    );
  },
  'extension-granted': given =>
    given.facts.postmortem.extension?.grantedAt ===
      given.message.details?.grantedAt && isResponsible(given),
  'extension-withdrawn': given =>
    !given.facts.postmortem.extension && isResponsible(given),
  'action-item-returned': given => {
    const item = itemOf(given);
    return (
      item !== undefined &&
      isUnderWay(item.status) &&
      !item.ownerRef &&
      isReached(given.recipient, item.teamRefs)
    );
  },
  snoozed: given => isStillToBeDone(given) && isReminderRecipient(given),
};

function isOwner({ facts, recipient }: Given): boolean {
  return facts.postmortem.ownerRef === recipient.ref;
}

function isWatcher({ facts, recipient }: Given): boolean {
  return facts.watcherRefs.includes(recipient.ref);
}

function isInTeam({ facts, recipient }: Given): boolean {
  return isReached(recipient, facts.postmortem.teamRefs);
}

function isReached(recipient: Recipient, teams: string[]): boolean {
  return isRecipient(recipient, { users: [], teams, above: false });
}

/** Whether the recipient is the owner or in an owning team. */
function isResponsible(given: Given): boolean {
  return isOwner(given) || isInTeam(given);
}

function canNameOwner(given: Given): boolean {
  const { ownerRef, commanderRef } = given.facts.postmortem;
  return (
    ownerRef === undefined &&
    (commanderRef === given.recipient.ref || isInTeam(given))
  );
}

function isReminded({ message, facts, recipient, rules, now }: Given): boolean {
  const trigger = openTriggers(facts, rules, now).find(
    ({ reason }) => reason === message.reason,
  );
  return (
    trigger !== undefined &&
    isRecipient(recipient, recipientsOf(trigger, facts))
  );
}

/** Whether the meeting is still planned as in the message, and the recipient is still to attend. */
function isExpectedAtMeeting(given: Given): boolean {
  const { postmortem } = given.facts;
  const { meeting } = postmortem;
  return (
    isToCome(given, meeting) &&
    !postmortem.meetingHeldAt &&
    isDeepStrictEqual(planOf(meeting), given.message.details?.meeting) &&
    (isOwner(given) || isAttendee(given, meeting))
  );
}

/**
 * Whether the meeting in the message is still planned, and the recipient is no longer to attend.
 */
function isNotExpectedAtMeeting(given: Given): boolean {
  const { meeting } = given.facts.postmortem;
  const { details } = given.message;
  return (
    isToCome(given, details?.meeting) &&
    !(meeting?.scheduledFor && isAttendee(given, meeting)) &&
    (details?.invited === true || (isOwner(given) && !meeting?.scheduledFor))
  );
}

function isToCome(
  { now }: Given,
  meeting: { scheduledFor?: string } | undefined,
): meeting is { scheduledFor: string } {
  return (
    meeting?.scheduledFor !== undefined && new Date(meeting.scheduledFor) > now
  );
}

function isAttendee(
  { recipient }: Given,
  meeting: PlannedMeeting | undefined,
): boolean {
  return meeting?.attendeeRefs.includes(recipient.ref) ?? false;
}

function itemOf({ message, facts }: Given) {
  return facts.actionItems.find(({ number }) => number === message.actionItem);
}

function isStillToBeDone(given: Given): boolean {
  const { message, facts, now } = given;
  const { status, completedAt } = facts.postmortem;
  if (message.actionItem === undefined) {
    return status !== 'published' && !completedAt && !isWaived(facts, now);
  }
  const item = itemOf(given);
  return item !== undefined && isUnderWay(item.status);
}

/** Whether the recipient can get reminders about the postmortem or action item at any stage. */
function isReminderRecipient(given: Given): boolean {
  const { facts, recipient } = given;
  const item = itemOf(given);
  const teams = item?.teamRefs ?? facts.postmortem.teamRefs;
  const owner = item?.ownerRef;
  return (
    given.isConcerned ||
    isWatcher(given) ||
    recipient.ref === owner ||
    (owner !== undefined && isReached(recipient, [owner])) ||
    isReached(recipient, teams) ||
    isRecipient(recipient, { users: [], teams, above: true })
  );
}
