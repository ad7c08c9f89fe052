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

import { isDeepStrictEqual } from 'node:util';
import { latestSeverity } from '../database/PostmortemRecord';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import type { NewHistoryEntry } from '../database/DatabaseHistoryStore';

/** Who makes a change, when, and why. */
export interface ChangeMeta {
  actorRef: string;
  at: string;
  reason?: string;
  /** Why the postmortem goes back to the team. */
  ownerGone?: 'handed-over' | 'left';
  /** Whether the publication is announced. */
  announce?: boolean;
}

/** Facts whose change is told plainly, by the name of the field. */
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
 * What the history says of the step from one state to the next; nothing where they are alike.
 * Why a deadline moved is told with it.
 */
export function changesBetween(
  before: PostmortemRecord,
  after: PostmortemRecord,
  meta: ChangeMeta,
): NewHistoryEntry[] {
  const { ownerGone, announce, ...by } = meta;
  const handedOver = ownerGone === 'handed-over';
  const entries: NewHistoryEntry[] = [];
  const differs = (field: keyof PostmortemRecord) =>
    !isDeepStrictEqual(before[field], after[field]);
  const add = (entry: Omit<NewHistoryEntry, 'actorRef' | 'at'>) =>
    entries.push({ ...by, ...entry });

  for (const field of PLAIN_FIELDS.filter(differs)) {
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
      before: latestSeverity(before.severityHistory),
      after: latestSeverity(after.severityHistory),
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
  } else if (differs('ownerAcknowledgedAt')) {
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
    if (differs(exception)) {
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
      reason: whyDeadlineChanged(before, after),
    });
  }
  return entries;
}

function whyDeadlineChanged(
  before: PostmortemRecord,
  after: PostmortemRecord,
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
  return why.join('; ');
}
