import { isDeepStrictEqual } from 'node:util';
import { openImportClaims } from 'backstage-plugin-postmortems-common';
import { latestSeverity } from './PostmortemRecord';
import type { PostmortemRecord } from './PostmortemRecord';
import type { NewHistoryEntry } from './HistoryStore';
import type { Justification } from './integrity/factsStep';

/** Author, time and reason of a change. */
export interface ChangeMeta {
  actorRef: string;
  at: string;
  reason?: string;
  /** Why the postmortem lost its owner. */
  ownerGone?: 'handed-over' | 'left';
  /** Whether to announce the publication. */
  announce?: boolean;
  /** The incident or duplicate added to the postmortem. */
  attached?: Pick<NewHistoryEntry, 'before' | 'after'> & {
    action: 'incident-covered' | 'postmortem-merged' | 'merge-undone';
  };
  /** Why the change is allowed to improve compliance. */
  because?: Justification;
}

/** Facts recorded by field name, without special handling. */
const PLAIN_FIELDS = [
  'title',
  'outcome',
  'startedAt',
  'detectedAt',
  'mitigatedAt',
  'resolvedAt',
  'meetingHeldAt',
  'entityRefs',
  'commanderRef',
  'contributors',
  'labels',
  'links',
  'noActionItemsReason',
  'visibility',
] as const;

/**
 * Computes the history entries for the change between two states. If the deadline changed, they say
 * why.
 */
export function changesBetween(
  before: PostmortemRecord,
  after: PostmortemRecord,
  meta: ChangeMeta,
): NewHistoryEntry[] {
  const { ownerGone, announce, attached, because: _because, ...by } = meta;
  const handedOver = ownerGone === 'handed-over';
  const entries: NewHistoryEntry[] = [];
  const differs = (field: keyof PostmortemRecord) =>
    !isDeepStrictEqual(before[field], after[field]);
  const add = (entry: Omit<NewHistoryEntry, 'actorRef' | 'at'>) =>
    entries.push({ ...by, ...entry });

  if (attached) add(attached);
  // A confirmation is a single entry: the person who confirms didn't grant, hold or acknowledge
  // anything themselves.
  const confirms = differs('imported');
  if (confirms) {
    add({
      action: 'import-confirmed',
      after: openImportClaims(before),
    });
  }
  for (const field of PLAIN_FIELDS.filter(differs)) {
    if (confirms && field === 'meetingHeldAt') continue;
    add({
      action: 'field-changed',
      field,
      before: before[field],
      after: after[field],
    });
  }
  if (differs('severityHistory')) {
    add({
      action: 'severity-changed',
      field: 'severity',
      ...(mistakesIn(after) > mistakesIn(before)
        ? {
            before: before.governingSeverity,
            after: after.governingSeverity,
            reason: `declared by mistake: ${meta.reason}`,
          }
        : {
            before: latestSeverity(before.severityHistory),
            after: latestSeverity(after.severityHistory),
          }),
    });
  }
  if (differs('status')) {
    add({
      action: 'status-changed',
      field: 'status',
      before: before.status,
      after: after.status,
    });
    if (announce) add({ action: 'announced', after: after.teamRefs });
  }
  if (differs('reviewerRefs')) {
    add({
      action: 'reviewers-changed',
      field: 'reviewerRefs',
      before: before.reviewerRefs,
      after: after.reviewerRefs,
    });
  }
  if (differs('meeting')) {
    add({
      action: 'meeting-changed',
      field: 'meeting',
      before: before.meeting,
      after: after.meeting,
    });
  }
  if (differs('ownerRef')) {
    add({
      action: handedOver ? 'owner-handed-over' : 'owner-changed',
      field: 'ownerRef',
      before: before.ownerRef,
      after: handedOver ? after.ownerSuggestion?.userRef : after.ownerRef,
    });
  } else if (differs('ownerAcknowledgedAt') && !confirms) {
    add({ action: 'owner-acknowledged', after: after.ownerRef });
  }
  if (differs('teamRefs')) {
    add({
      action: 'teams-changed',
      field: 'teamRefs',
      before: before.teamRefs,
      after: after.teamRefs,
    });
  }
  for (const exception of ['waiver', 'extension'] as const) {
    if (differs(exception) && !confirms) {
      add({
        action: after[exception]
          ? `${exception}-granted`
          : `${exception}-withdrawn`,
        before: before[exception],
        after: after[exception],
        reason: after[exception]?.reason ?? meta.reason,
      });
    }
  }
  if (before.deadline?.dueAt !== after.deadline?.dueAt) {
    add({
      action: 'deadline-changed',
      field: 'dueAt',
      before: before.deadline?.dueAt,
      after: after.deadline?.dueAt,
      reason: whyDeadlineChanged(before, after, meta),
    });
  }
  return entries;
}

/** The number of severity changes marked as declared by mistake. */
function mistakesIn({ severityHistory }: PostmortemRecord): number {
  return severityHistory.filter(change => change.declaredByMistake).length;
}

function whyDeadlineChanged(
  before: PostmortemRecord,
  after: PostmortemRecord,
  meta: ChangeMeta,
): string {
  const why: string[] = [];
  if (before.resolvedAt !== after.resolvedAt) {
    why.push(
      after.resolvedAt
        ? 'the time of resolution changed'
        : 'the incident was reopened',
    );
  }
  if (before.governingSeverity !== after.governingSeverity) {
    why.push(`the governing severity became ${after.governingSeverity}`);
  }
  if (before.startedAt !== after.startedAt) {
    why.push('the start of the incident changed');
  }
  if (!isDeepStrictEqual(before.extension, after.extension)) {
    why.push(
      after.extension
        ? 'an extension was granted'
        : 'the extension was withdrawn',
    );
  }
  if (!isDeepStrictEqual(before.calendar, after.calendar)) {
    why.push("the owning team's calendar changed");
  }
  const what = why.join('; ');
  return meta.reason ? `${what}: ${meta.reason}` : what;
}
