import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { RedactionPlace } from 'backstage-plugin-postmortems-common';

/** The format of a text column. */
type Format =
  | 'text'
  /** A URL. */
  | 'url'
  /** A label, which cannot contain brackets. */
  | 'label'
  | 'json'
  /** JSON for the fact named in the column `field`. */
  | 'fact'
  /** The raw body of a delivery. */
  | 'body';

/** A column with free text from people or sources. */
interface TextColumn {
  format: Format;
  max?: number;
  /** Whether the column repeats another one, so that its occurrences aren't counted twice. */
  derived?: true;
}

interface TextTable {
  place: RedactionPlace;
  /** The columns that identify a row. */
  key: string[];
  columns: Record<string, TextColumn>;
  /** Whether rows have a revision for optimistic locking. */
  revised?: true;
}

const text = (max?: number): TextColumn => ({ format: 'text', max });
const json: TextColumn = { format: 'json' };

/**
 * Every column that can contain free text. A test checks that each text column in the schema is
 * either in this list or in {@link NO_FREE_TEXT}.
 */
export const TEXT_COLUMNS: Record<string, TextTable> = {
  postmortems: {
    place: 'facts',
    key: ['id'],
    columns: {
      title: text(LIMITS.title),
      title_key: { ...text(LIMITS.title), derived: true },
      severity_history: json,
      meeting: json,
      no_action_items_reason: text(LIMITS.reason),
      waiver: json,
      extension: json,
      owner_suggestion: json,
      links: json,
      related: { ...json, derived: true },
      publications: json,
      import_key: text(LIMITS.title),
      imported: json,
    },
  },
  postmortem_labels: {
    place: 'facts',
    key: ['postmortem_id', 'label'],
    columns: { label: { format: 'label', max: LIMITS.label } },
  },
  postmortem_contributors: {
    place: 'facts',
    key: ['postmortem_id', 'position'],
    columns: { role: text(LIMITS.contributorRole) },
  },
  postmortem_sections: {
    place: 'sections',
    key: ['postmortem_id', 'section_key'],
    // Redacting this column also adjusts the authorship.
    columns: { markdown: text() },
    revised: true,
  },
  postmortem_timeline_events: {
    place: 'timeline',
    key: ['id'],
    columns: { text: text(), link: json },
    revised: true,
  },
  postmortem_contributing_factors: {
    place: 'contributing-factors',
    key: ['id'],
    columns: { title: text(LIMITS.title), description: text() },
    revised: true,
  },
  action_items: {
    place: 'action-items',
    key: ['id'],
    columns: {
      title: text(LIMITS.title),
      title_key: { ...text(LIMITS.title), derived: true },
      description: text(),
      status_reason: text(),
    },
    revised: true,
  },
  action_item_tickets: {
    place: 'action-items',
    key: ['action_item_id', 'tracker'],
    columns: {
      url: { format: 'url' },
      status_name: text(255),
      error: text(),
    },
  },
  postmortem_comments: {
    place: 'comments',
    key: ['id'],
    columns: { markdown: text() },
    revised: true,
  },
  postmortem_reviews: {
    place: 'reviews',
    key: ['postmortem_id', 'reviewer_ref'],
    columns: { comment: text(), dismissal_reason: text(LIMITS.reason) },
  },
  postmortem_history: {
    place: 'history',
    key: ['id'],
    columns: {
      before: { format: 'fact' },
      after: { format: 'fact' },
      reason: text(),
    },
  },
  compliance_exceptions: {
    place: 'exceptions',
    key: ['id'],
    columns: {
      before: { format: 'fact' },
      after: { format: 'fact' },
      reason: text(),
    },
  },
  postmortem_messages: {
    place: 'messages',
    key: ['id'],
    columns: { details: json },
  },
  postmortem_outbox: {
    place: 'messages',
    key: ['id'],
    columns: { event: json },
  },
  incidents: {
    place: 'incidents',
    key: ['id'],
    columns: {
      title: text(200),
      url: { format: 'url' },
      state: json,
      theirs: json,
      base: json,
      error: text(),
    },
  },
  incident_changes: {
    place: 'incidents',
    key: ['id'],
    columns: { change_key: { ...text(300), derived: true }, change: json },
  },
  incident_lines: {
    place: 'incidents',
    key: ['incident_id', 'line_key'],
    columns: { line_key: { ...text(310), derived: true } },
  },
  incident_unmapped: {
    place: 'incidents',
    key: ['incident_id', 'what', 'word'],
    columns: { service: json },
  },
  incident_deliveries: {
    place: 'deliveries',
    key: ['id'],
    columns: { body: { format: 'body' }, error: text() },
  },
  deleted_postmortems: {
    place: 'deleted-postmortems',
    key: ['id'],
    // The `snapshot` column isn't listed: `redactSnapshot` redacts the rows stored in it.
    columns: { title: text(LIMITS.title), reason: text() },
  },
};

/**
 * Text columns without free text: references, ids, enum values and computed values. `table.*` means
 * the whole table.
 */
export const NO_FREE_TEXT: Record<string, string[]> = {
  postmortems: [
    'severity',
    'governing_severity',
    'outcome',
    'owner_ref',
    'commander_ref',
    'status',
    'visibility',
    'deadline',
    'calendar',
    'origin',
    'fact_entries',
    'created_by',
  ],
  postmortem_entities: ['entity_ref'],
  postmortem_teams: ['team_ref'],
  // The search index is rebuilt from the redacted texts.
  search_parts: ['kind', 'key', 'weight', 'hash'],
  postmortem_contributors: ['user_ref'],
  postmortem_sections: ['section_key', 'updated_by', 'authorship'],
  postmortem_timeline_events: ['kind'],
  // The key is recomputed from the redacted title.
  postmortem_contributing_factors: ['category', 'title_key'],
  postmortem_presence: ['user_ref', 'tab_id', 'section_key'],
  // Redacting discards live documents, which would still have the text that was removed.
  postmortem_live_documents: ['section_key', 'snapshot'],
  postmortem_live_updates: ['update', 'actor_ref'],
  postmortem_history: ['actor_ref', 'action', 'field'],
  postmortem_messages: [
    'reason',
    'recipient_ref',
    'kind',
    'about',
    'state',
    'claimed_by',
  ],
  postmortem_reviewers: ['reviewer_ref'],
  postmortem_reviews: ['reviewer_ref', 'verdict', 'dismissed_by', 'lapse'],
  catalog_absences: ['entity_ref'],
  postmortem_watchers: ['user_ref'],
  postmortem_feeds: ['user_ref', 'token_hash', 'team_ref', 'entity_ref'],
  postmortem_mentions: ['user_ref'],
  postmortem_comments: ['anchor', 'author_ref', 'resolved_by'],
  postmortem_involvement: ['user_ref', 'involvement'],
  compliance_exceptions: [
    'kind',
    'actor_ref',
    'field',
    'status_before',
    'status_after',
    'subject',
  ],
  action_items: ['kind', 'priority', 'status', 'owner_ref'],
  action_item_teams: ['team_ref'],
  action_item_tickets: [
    'tracker',
    'project',
    'idempotency_key',
    'ticket_key',
    'status',
    'followed_status',
    'wanted_status',
    'sync',
    'claimed_by',
  ],
  team_ancestors: ['team_ref', 'ancestor_ref'],
  group_changes: ['group_ref', 'team_ref'],
  group_postmortems: ['group_ref'],
  group_action_items: ['group_ref'],
  group_compliance: ['list', 'group_ref', 'publish_values'],
  group_compliance_changes: ['list', 'group_ref', 'status'],
  incidents: [
    'source',
    'incident_key',
    'group_key',
    'disposition',
    'blocked_by',
    'not_required_because',
    'governing_severity',
    'left_out',
    'visibility',
    'merged_into',
    'claimed_by',
  ],
  incident_changes: ['kind'],
  incident_mappings: [
    'source',
    'kind',
    'word_key',
    'word',
    'targets',
    'created_by',
  ],
  incident_rejections: ['source'],
  incident_shared_addresses: ['source', 'address', 'user_refs'],
  incident_entities: ['entity_ref'],
  incident_teams: ['team_ref'],
  incident_unmapped: ['source', 'what', 'word'],
  incident_deliveries: [
    'source',
    'delivery_key',
    'kind',
    'type',
    'status',
    'claimed_by',
  ],
  deleted_postmortems: [
    'governing_severity',
    'visibility',
    'compliance_status',
    'deleted_by',
    'snapshot',
  ],
  deleted_postmortem_refs: ['field', 'ref'],
};
