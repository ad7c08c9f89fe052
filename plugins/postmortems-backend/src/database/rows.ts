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

import type { DbTime } from './time';

/** A row of `postmortems`. Booleans are 0 and 1 in SQLite. */
export interface PostmortemRow {
  id: number;
  title: string;
  title_key: string;
  severity: string;
  governing_severity: string;
  governing_rank: number;
  severity_history: string;
  outcome: string;
  started_at: DbTime;
  detected_at: DbTime | null;
  mitigated_at: DbTime | null;
  resolved_at: DbTime | null;
  meeting_held_at: DbTime | null;
  meeting: string | null;
  owner_ref: string | null;
  owner_acknowledged_at: DbTime | null;
  owner_pending_since: DbTime | null;
  owner_suggestion: string | null;
  owner_missing_since: DbTime | null;
  commander_ref: string | null;
  status: string;
  published_at: DbTime | null;
  publications: string | null;
  no_action_items_reason: string | null;
  visibility: string;
  required: boolean | number;
  completed_at: DbTime | null;
  due_at: DbTime | null;
  due_order: DbTime;
  warn_at: DbTime | null;
  waived_until: DbTime | null;
  deadline: string | null;
  waiver: string | null;
  extension: string | null;
  calendar: string | null;
  links: string;
  related: string | null;
  related_revision: number | null;
  import_key: string | null;
  begun: boolean | number;
  content_revision: number;
  revision: number;
  created_at: DbTime;
  created_by: string;
  updated_at: DbTime;
}

/** A row of `postmortem_sections`. */
export interface SectionRow {
  postmortem_id: number;
  section_key: string;
  markdown: string;
  revision: number;
  updated_at: DbTime;
  updated_by: string;
}

/** A row of `postmortem_timeline_events`. */
export interface TimelineEventRow {
  id: number;
  postmortem_id: number;
  occurred_at: DbTime;
  kind: string;
  text: string;
  link: string | null;
  revision: number;
}

/** A row of `postmortem_contributing_factors`. */
export interface ContributingFactorRow {
  id: number;
  postmortem_id: number;
  title: string;
  category: string;
  description: string;
  revision: number;
}

/** A row of `postmortem_history`. */
export interface HistoryRow {
  id: number;
  postmortem_id: number;
  at: DbTime;
  actor_ref: string;
  action: string;
  field: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
}
