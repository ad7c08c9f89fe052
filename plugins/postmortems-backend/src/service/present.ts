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

import type { Knex } from 'knex';
import type {
  Meeting,
  Postmortem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import { sideBySide } from '../database/sideBySide';
import { latestSeverity } from '../database/PostmortemRecord';
import type {
  ListedPostmortem,
  PlannedMeeting,
  PostmortemRecord,
} from '../database/PostmortemRecord';
import { reviewState } from '../lifecycle';
import {
  actionItemDueDates,
  actionItemsRequired,
  approvalsRequired,
  complianceStatus,
} from '../policy';
import { ofSources } from '../incidents/present';
import { toActionItem } from './actionItems';
import { actorOf } from './actor';
import { idOf } from './ids';
import type { ServiceContext } from './ServiceContext';

/** What there is to say of a meeting that was held but never planned here. */
const UNPLANNED: PlannedMeeting = { durationMinutes: 60, attendeeRefs: [] };

/** A record as lists show it, judged at `now`. */
export function toSummary(
  record: ListedPostmortem,
  now: Date,
): PostmortemSummary {
  const date = (time: string | undefined) =>
    time === undefined ? undefined : new Date(time);
  return {
    id: idOf(record.number),
    title: record.title,
    severity: latestSeverity(record.severityHistory),
    governingSeverity: record.governingSeverity,
    outcome: record.outcome,
    startedAt: record.startedAt,
    detectedAt: record.detectedAt,
    mitigatedAt: record.mitigatedAt,
    resolvedAt: record.resolvedAt,
    entityRefs: record.entityRefs,
    teamRefs: record.teamRefs,
    ownerRef: record.ownerRef,
    ownerAcknowledgedAt: record.ownerAcknowledgedAt,
    commanderRef: record.commanderRef,
    status: record.status,
    publishedAt: record.publishedAt,
    completedAt: record.completedAt,
    dueAt: record.deadline?.dueAt,
    complianceStatus: complianceStatus(
      {
        required: record.required,
        dueAt: date(record.deadline?.dueAt),
        warnAt: date(record.warnAt),
        completedAt: date(record.completedAt),
        waiver: record.waiver && { expiresAt: date(record.waiver.expiresAt) },
      },
      now,
    ),
    visibility: record.visibility,
    waiver: record.waiver,
    extension: record.extension,
    labels: record.labels,
    begun: record.begun,
    revision: record.revision,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** A record with its text, timeline and all else that is in it, as the caller sees it. */
export async function toPostmortem(
  ctx: ServiceContext,
  tx: Knex,
  record: PostmortemRecord,
  options: PostmortemsServiceOptions,
): Promise<Postmortem> {
  const { number } = record;
  const [
    sections,
    timeline,
    contributingFactors,
    actionItems,
    voices,
    sources,
  ] = await sideBySide(tx, [
    () => ctx.sections.list(tx, number),
    () => ctx.timeline.list(tx, number),
    () => ctx.factors.list(tx, number),
    () => ctx.actionItems.list(tx, number),
    () => ctx.reviews.voices(tx, number, actorOf(options.credentials)),
    () => ofSources(ctx, tx, record),
  ]);
  const now = ctx.clock();
  return {
    ...toSummary(record, now),
    severityHistory: record.severityHistory,
    contributors: record.contributors,
    links: record.links,
    ownerSuggestion: record.ownerSuggestion,
    meetingHeldAt: record.meetingHeldAt,
    meeting: toMeeting(record),
    deadline: record.deadline,
    createdBy: record.createdBy,
    sections,
    timeline,
    contributingFactors,
    actionItems: actionItems.map(item => toActionItem(item, now)),
    actionItemDueDates: actionItemDueDates(record, ctx.policy),
    actionItemsRequired: actionItemsRequired(record, ctx.policy),
    noActionItemsReason: record.noActionItemsReason,
    contentRevision: record.contentRevision,
    review: reviewState({
      ...record,
      approvalsRequired: approvalsRequired(record, ctx.policy),
      reviews: voices.reviews,
    }),
    publications: record.publications,
    openComments: voices.openComments,
    ...sources,
    watching: voices.watching,
  };
}

function toMeeting(record: PostmortemRecord): Meeting | undefined {
  const { meeting, meetingHeldAt, deadline } = record;
  if (!meeting && !meetingHeldAt) return undefined;
  return {
    ...(meeting ?? UNPLANNED),
    heldAt: meetingHeldAt,
    afterDeadline: Boolean(
      meeting?.scheduledFor &&
        deadline &&
        new Date(meeting.scheduledFor) > new Date(deadline.dueAt),
    ),
  };
}
