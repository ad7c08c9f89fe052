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
import type { ListedPostmortem, PostmortemRecord } from './PostmortemRecord';
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

/**
 * The columns that lists show or are ordered by. The longest ones are left out: they are read of one
 * postmortem only.
 */
export const LISTED_COLUMNS = [
  'id',
  'title',
  'title_key',
  'severity_history',
  'governing_severity',
  'governing_rank',
  'outcome',
  'started_at',
  'detected_at',
  'mitigated_at',
  'resolved_at',
  'owner_ref',
  'owner_acknowledged_at',
  'commander_ref',
  'status',
  'published_at',
  'completed_at',
  'required',
  'due_at',
  'due_order',
  'warn_at',
  'visibility',
  'waiver',
  'extension',
  'related',
  'related_revision',
  'begun',
  'revision',
  'created_at',
  'updated_at',
] as const satisfies (keyof PostmortemRow)[];

/** A row as lists read it. */
export type ListedRow = Pick<PostmortemRow, (typeof LISTED_COLUMNS)[number]>;

/** What lists show, from the rows that they read. */
export async function toListed(
  knex: Knex,
  rows: ListedRow[],
): Promise<ListedPostmortem[]> {
  const related = await relatedOf(knex, rows);
  return rows.map((row, index) => {
    const dueAt = fromDbTime(row.due_at);
    return {
      ...shownInLists(row, related[index]),
      deadline: dueAt === undefined ? undefined : { dueAt },
    };
  });
}

function shownInLists(
  row: ListedRow,
  related: Related,
): Omit<ListedPostmortem, 'deadline'> & Related {
  return {
    ...related,
    number: row.id,
    title: row.title,
    severityHistory: JSON.parse(row.severity_history),
    governingSeverity: row.governing_severity,
    outcome: row.outcome as PostmortemRecord['outcome'],
    startedAt: fromDbTime(row.started_at),
    detectedAt: fromDbTime(row.detected_at),
    mitigatedAt: fromDbTime(row.mitigated_at),
    resolvedAt: fromDbTime(row.resolved_at),
    ownerRef: row.owner_ref ?? undefined,
    ownerAcknowledgedAt: fromDbTime(row.owner_acknowledged_at),
    commanderRef: row.commander_ref ?? undefined,
    status: row.status as PostmortemRecord['status'],
    publishedAt: fromDbTime(row.published_at),
    completedAt: fromDbTime(row.completed_at),
    required: Boolean(row.required),
    warnAt: fromDbTime(row.warn_at),
    visibility: row.visibility as PostmortemRecord['visibility'],
    waiver: fromJson(row.waiver),
    extension: fromJson(row.extension),
    begun: Boolean(row.begun),
    revision: row.revision,
    createdAt: fromDbTime(row.created_at),
    updatedAt: fromDbTime(row.updated_at),
  };
}

function toRecord(row: PostmortemRow, related: Related): PostmortemRecord {
  return {
    ...shownInLists(row, related),
    meetingHeldAt: fromDbTime(row.meeting_held_at),
    meeting: fromJson(row.meeting),
    calendar: fromJson(row.calendar),
    ownerPendingSince: fromDbTime(row.owner_pending_since),
    ownerSuggestion: fromJson(row.owner_suggestion),
    ownerMissingSince: fromDbTime(row.owner_missing_since),
    links: JSON.parse(row.links),
    publications: fromJson(row.publications) ?? publicationsBefore(row),
    noActionItemsReason: row.no_action_items_reason ?? undefined,
    governingRank: row.governing_rank,
    deadline: fromJson(row.deadline),
    importKey: row.import_key ?? undefined,
    contentRevision: row.content_revision,
    createdBy: row.created_by,
  };
}

/** What is known of publications from before they were kept: the time of the first. */
function publicationsBefore(row: PostmortemRow): Publication[] {
  const at = fromDbTime(row.published_at);
  return at ? [{ at, contentRevision: row.content_revision }] : [];
}
