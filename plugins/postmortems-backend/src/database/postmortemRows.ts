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
import type { Publication } from 'backstage-plugin-postmortems-common';
import { fromJson } from './json';
import type { PostmortemRecord } from './PostmortemRecord';
import { relatedOf } from './related';
import type { Related } from './related';
import type { PostmortemRow } from './rows';
import { fromDbTime } from './time';

/** Records from their rows. */
export async function toRecords(
  knex: Knex,
  rows: PostmortemRow[],
): Promise<PostmortemRecord[]> {
  const related = await relatedOf(knex, rows);
  return rows.map((row, index) => toRecord(row, related[index]));
}

function toRecord(row: PostmortemRow, related: Related): PostmortemRecord {
  return {
    ...related,
    number: row.id,
    title: row.title,
    severityHistory: JSON.parse(row.severity_history),
    outcome: row.outcome as PostmortemRecord['outcome'],
    startedAt: fromDbTime(row.started_at),
    detectedAt: fromDbTime(row.detected_at),
    mitigatedAt: fromDbTime(row.mitigated_at),
    resolvedAt: fromDbTime(row.resolved_at),
    meetingHeldAt: fromDbTime(row.meeting_held_at),
    meeting: fromJson(row.meeting),
    calendar: fromJson(row.calendar),
    ownerRef: row.owner_ref ?? undefined,
    ownerAcknowledgedAt: fromDbTime(row.owner_acknowledged_at),
    ownerPendingSince: fromDbTime(row.owner_pending_since),
    ownerSuggestion: fromJson(row.owner_suggestion),
    ownerMissingSince: fromDbTime(row.owner_missing_since),
    commanderRef: row.commander_ref ?? undefined,
    links: JSON.parse(row.links),
    status: row.status as PostmortemRecord['status'],
    publishedAt: fromDbTime(row.published_at),
    publications: fromJson(row.publications) ?? publicationsBefore(row),
    noActionItemsReason: row.no_action_items_reason ?? undefined,
    visibility: row.visibility as PostmortemRecord['visibility'],
    waiver: fromJson(row.waiver),
    extension: fromJson(row.extension),
    governingSeverity: row.governing_severity,
    governingRank: row.governing_rank,
    required: Boolean(row.required),
    deadline: fromJson(row.deadline),
    warnAt: fromDbTime(row.warn_at),
    completedAt: fromDbTime(row.completed_at),
    importKey: row.import_key ?? undefined,
    begun: Boolean(row.begun),
    contentRevision: row.content_revision,
    revision: row.revision,
    createdAt: fromDbTime(row.created_at),
    createdBy: row.created_by,
    updatedAt: fromDbTime(row.updated_at),
  };
}

/** What is known of publications from before they were kept: the time of the first. */
function publicationsBefore(row: PostmortemRow): Publication[] {
  const at = fromDbTime(row.published_at);
  return at ? [{ at, contentRevision: row.content_revision }] : [];
}
