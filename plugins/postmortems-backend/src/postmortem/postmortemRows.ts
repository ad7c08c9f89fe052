import type { Knex } from 'knex';
import type { Publication } from 'backstage-plugin-postmortems-common';
import { fromJson } from '../kernel/db/json';
import type {
  ImportProvenance,
  ListedPostmortem,
  PostmortemRecord,
} from './PostmortemRecord';
import { relatedOf } from './related';
import type { Related } from './related';
import type { PostmortemRow } from './rows';
import { fromDbTime } from '../kernel/db/time';

export async function toRecords(
  knex: Knex,
  rows: PostmortemRow[],
): Promise<PostmortemRecord[]> {
  const related = await relatedOf(knex, rows);
  return rows.map((row, index) => toRecord(row, related[index]));
}

/** Columns that lists show or sort by. Leaves out the largest ones. */
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
  'calendar',
  'related',
  'related_revision',
  'edited',
  'claimed',
  'origin',
  'exceptions',
  'revision',
  'created_at',
  'updated_at',
] as const satisfies (keyof PostmortemRow)[];

export type ListedRow = Pick<PostmortemRow, (typeof LISTED_COLUMNS)[number]>;

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
    calendar: fromJson(row.calendar),
    edited: Boolean(row.edited),
    claimed: Boolean(row.claimed),
    origin: row.origin as PostmortemRecord['origin'],
    exceptions: row.exceptions,
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
    ownerPendingSince: fromDbTime(row.owner_pending_since),
    ownerSuggestion: fromJson(row.owner_suggestion),
    links: JSON.parse(row.links),
    publications: fromJson(row.publications) ?? publicationsBefore(row),
    noActionItemsReason: row.no_action_items_reason ?? undefined,
    governingRank: row.governing_rank,
    deadline: fromJson(row.deadline),
    importKey: row.import_key ?? undefined,
    imported: fromJson(row.imported) ?? importedBefore(row),
    attachedAt: fromDbTime(row.attached_at),
    factEntries: fromJson(row.fact_entries) ?? {},
    deletions: row.deletions,
    contentRevision: row.content_revision,
    createdBy: row.created_by,
  };
}

/** Derives the first publication, for rows from before all publications were stored. */
function publicationsBefore(row: PostmortemRow): Publication[] {
  const at = fromDbTime(row.published_at);
  return at ? [{ at, contentRevision: row.content_revision }] : [];
}

/** Derives the origin, for rows from before import claims were stored. */
function importedBefore(row: PostmortemRow): ImportProvenance | undefined {
  if (row.import_key === null) return undefined;
  return { by: row.created_by, at: fromDbTime(row.created_at), claims: {} };
}
