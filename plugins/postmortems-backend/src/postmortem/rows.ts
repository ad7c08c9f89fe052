import type { DbTime } from '../kernel/db/time';

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
  teamless: boolean | number;
  import_key: string | null;
  edited: boolean | number;
  origin: string;
  cycle: number;
  claimed: boolean | number;
  imported: string | null;
  exceptions: number;
  deletions: number;
  fact_entries: string | null;
  attached_at: DbTime | null;
  content_revision: number;
  revision: number;
  created_at: DbTime;
  created_by: string;
  updated_at: DbTime;
}

export interface SectionRow {
  postmortem_id: number;
  section_key: string;
  markdown: string;
  revision: number;
  updated_at: DbTime;
  updated_by: string;
  authorship: string | null;
}

export interface TimelineEventRow {
  id: number;
  postmortem_id: number;
  occurred_at: DbTime;
  kind: string;
  text: string;
  link: string | null;
  revision: number;
}

export interface ContributingFactorRow {
  id: number;
  postmortem_id: number;
  title: string;
  title_key: string;
  /** Empty without a category. */
  category: string;
  description: string;
  revision: number;
}

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
  restored_from: DbTime | null;
}
