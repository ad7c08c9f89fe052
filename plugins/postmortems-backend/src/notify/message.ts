import type { MeetingPlan } from '../meeting/ports';
import type { GroupFigures } from './weekly/groupFigures';

/** The subjects of messages and digest lines. */
export const TOLD_ABOUTS = [
  'owner-assigned',
  'owner-handed-over',
  'owner-left',
  'unacknowledged',
  'no-owner',
  'still-ongoing',
  'review-requested',
  'changes-requested',
  'published',
  'meeting-planned',
  'meeting-changed',
  'meeting-cancelled',
  'waiver-granted',
  'waiver-withdrawn',
  'waiver-expired',
  'extension-granted',
  'extension-withdrawn',
  'action-item-returned',
  'deadline',
  'action-item',
  'snoozed',
] as const;

export type ToldAbout = (typeof TOLD_ABOUTS)[number];

export type MessageAbout = ToldAbout | 'digest' | 'weekly-digest';

/**
 * The state of a message:
 * - `shared`: replaced by one per team member
 * - `in-digest`: included in a digest
 * - `superseded`: replaced by a later one
 * - `dropped`: no longer true
 */
export type MessageState =
  | 'waiting'
  | 'in-digest'
  | 'sent'
  | 'shared'
  | 'superseded'
  | 'dropped';

/** A message before it is stored. */
export interface NewMessage {
  /** Stable key for the cause. Nobody gets two messages for the same reason. */
  reason: string;
  /** A user, or a group whose members are notified. */
  recipientRef: string;
  /** A separate message, a line of a digest, or a digest. */
  kind: 'direct' | 'line' | 'digest';
  about: MessageAbout;
  postmortem?: number;
  actionItem?: number;
  details?: MessageDetails;
  state?: MessageState;
  sendAt: Date;
  createdAt: Date;
}

/** Data for a message's text, in addition to the facts of its postmortem. */
export interface MessageDetails {
  /** The person who caused the message. They don't get it. */
  actorRef?: string;
  reason?: string;
  meeting?: MeetingPlan;
  /** Whether the recipient is invited to the meeting. */
  invited?: boolean;
  /** When the waiver or extension was granted, which identifies it. */
  grantedAt?: string;
  /** Whether the waiver or extension replaces an earlier one. */
  changed?: boolean;
  /** The numbers of a weekly digest, as of its creation. */
  groups?: GroupFigures[];
}

/** A message as stored. */
export interface Message extends NewMessage {
  rowId: number;
  state: MessageState;
  attempts: number;
}

/** What a message is about: a postmortem or one of its action items. */
export interface MessageSubject {
  postmortem: number;
  actionItem?: number;
}
