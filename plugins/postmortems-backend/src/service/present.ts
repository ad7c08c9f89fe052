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
  Postmortem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { latestSeverity } from '../database/PostmortemRecord';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import {
  actionItemDueDates,
  actionItemsRequired,
  complianceStatus,
} from '../policy';
import { toActionItem } from './actionItems';
import { idOf } from './ids';
import type { ServiceContext } from './ServiceContext';

/** A record as lists show it, judged at `now`. */
export function toSummary(
  record: PostmortemRecord,
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
    labels: record.labels,
    revision: record.revision,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** A record with its text, timeline and contributing factors. */
export async function toPostmortem(
  ctx: ServiceContext,
  tx: Knex,
  record: PostmortemRecord,
): Promise<Postmortem> {
  return {
    ...toSummary(record, ctx.clock()),
    severityHistory: record.severityHistory,
    contributors: record.contributors,
    links: record.links,
    ownerSuggestion: record.ownerSuggestion,
    meetingHeldAt: record.meetingHeldAt,
    deadline: record.deadline,
    waiver: record.waiver,
    extension: record.extension,
    createdBy: record.createdBy,
    sections: await ctx.sections.list(tx, record.number),
    timeline: await ctx.timeline.list(tx, record.number),
    contributingFactors: await ctx.factors.list(tx, record.number),
    actionItems: (await ctx.actionItems.list(tx, record.number)).map(item =>
      toActionItem(item, ctx.clock()),
    ),
    actionItemDueDates: actionItemDueDates(record, ctx.policy),
    actionItemsRequired: actionItemsRequired(record, ctx.policy),
    noActionItemsReason: record.noActionItemsReason,
  };
}
