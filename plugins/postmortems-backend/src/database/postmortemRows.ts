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
  Contributor,
  Publication,
} from 'backstage-plugin-postmortems-common';
import { fromJsonArray, jsonArray, jsonObject } from './dialect';
import type { JsonArray } from './dialect';
import { fromJson } from './json';
import type { PostmortemRecord } from './PostmortemRecord';
import type { PostmortemRow } from './rows';
import { fromDbTime } from './time';

/** A row of `postmortems` with what its join tables hold. */
export interface SelectedPostmortem extends PostmortemRow {
  entity_refs: JsonArray<string>;
  team_refs: JsonArray<string>;
  labels: JsonArray<string>;
  contributors: JsonArray<Contributor>;
  reviewer_refs: JsonArray<string>;
}

/** Selects postmortems with what their join tables hold, in one statement. */
export function selectPostmortems(
  knex: Knex,
): Knex.QueryBuilder<SelectedPostmortem, SelectedPostmortem[]> {
  return knex('postmortems')
    .select('postmortems.*')
    .select({
      entity_refs: entityRefs(knex),
      team_refs: teamRefs(knex),
      labels: joined(knex, 'postmortem_labels', 'label', 'label'),
      contributors: joined(
        knex,
        'postmortem_contributors',
        jsonObject(knex, { userRef: 'user_ref', role: 'role' }),
        'position',
      ),
      reviewer_refs: joined(
        knex,
        'postmortem_reviewers',
        'reviewer_ref',
        'position',
      ),
    });
}

/** What is affected, as a column of a query over `postmortems`. */
export function entityRefs(knex: Knex): Knex.QueryBuilder {
  return joined(knex, 'postmortem_entities', 'entity_ref', 'position');
}

/** The owning teams, as a column of a query over `postmortems`. */
export function teamRefs(knex: Knex): Knex.QueryBuilder {
  return joined(knex, 'postmortem_teams', 'team_ref', 'team_ref');
}

function joined(
  knex: Knex,
  table: string,
  value: string,
  orderBy: string,
): Knex.QueryBuilder {
  return knex(table)
    .select(jsonArray(knex, value, orderBy))
    .whereRaw('?? = postmortems.id', [`${table}.postmortem_id`]);
}

/** A record from its row. */
export function toRecord(row: SelectedPostmortem): PostmortemRecord {
  return {
    entityRefs: fromJsonArray(row.entity_refs),
    teamRefs: fromJsonArray(row.team_refs),
    labels: fromJsonArray(row.labels),
    contributors: fromJsonArray(row.contributors),
    reviewerRefs: fromJsonArray(row.reviewer_refs),
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
