import type { Knex } from 'knex';
import type { Visibility } from 'backstage-plugin-postmortems-common';
import { toJson } from '../kernel/db/json';
import { latestSeverity } from './PostmortemRecord';
import type { PostmortemRecord } from './PostmortemRecord';
import { toRecords } from './postmortemRows';
import { isTeamless } from './teamless';
import { insertRelated, replaceRelated, toRelatedColumns } from './related';
import type { PostmortemRow } from './rows';
import { FAR_FUTURE, toDbTime } from '../kernel/db/time';

const TABLE = 'postmortems';

/**
 * Reads and writes postmortems. The row of a postmortem holds all its facts; join tables repeat
 * some of them for filtering. Every call runs in the given transaction.
 */
export class PostmortemStore {
  /**
   * @param options - `lock` holds a row lock until the transaction ends, so that a second writer
   *   sees the first one's changes
   */
  async get(
    tx: Knex,
    number: number,
    options?: { lock?: boolean },
  ): Promise<PostmortemRecord | undefined> {
    const query = tx<PostmortemRow>(TABLE).where({ id: number });
    if (options?.lock) query.forUpdate();
    const [record] = await toRecords(tx, await query);
    return record;
  }

  /** The postmortems with these numbers, in the same order. */
  async getMany(tx: Knex, numbers: number[]): Promise<PostmortemRecord[]> {
    if (numbers.length === 0) return [];
    const rows = await tx<PostmortemRow>(TABLE).whereIn('id', numbers);
    const records = await toRecords(tx, rows);
    const byNumber = new Map(records.map(record => [record.number, record]));
    return numbers.flatMap(number => byNumber.get(number) ?? []);
  }

  /** The visibility of a postmortem, which must exist. */
  async visibilityOf(tx: Knex, number: number): Promise<Visibility> {
    const row = await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .first('visibility');
    return row?.visibility as Visibility;
  }

  /** Postmortems imported with a key. Each importer can have one. */
  async findByImportKey(
    tx: Knex,
    importKey: string,
  ): Promise<PostmortemRecord[]> {
    const rows = await tx<PostmortemRow>(TABLE)
      .where({ import_key: importKey })
      .orderBy('id');
    return toRecords(tx, rows);
  }

  /**
   * Numbers of unpublished postmortems and of those with open action items, in ascending order,
   * after the given number.
   */
  async listNumbersWithOpenWork(
    tx: Knex,
    options: { after: number; limit: number },
  ): Promise<number[]> {
    const rows = await tx<PostmortemRow>(TABLE)
      .where(any =>
        any
          .whereNot({ status: 'published' })
          .orWhereIn(
            'id',
            tx('action_items').select('postmortem_id').whereNull('closed_at'),
          ),
      )
      .where('id', '>', options.after)
      .orderBy('id')
      .limit(options.limit)
      .select('id');
    return rows.map(row => row.id);
  }

  /** How many unrestricted postmortems for an entity each user has owned. */
  async ownersOf(tx: Knex, entityRef: string): Promise<Map<string, number>> {
    const rows: { owner_ref: string; postmortems: number | string }[] =
      await tx(TABLE)
        .join('postmortem_entities', 'postmortem_id', `${TABLE}.id`)
        .where({ entity_ref: entityRef, visibility: 'internal' })
        .whereNotNull('owner_ref')
        .groupBy('owner_ref')
        .select('owner_ref')
        .count({ postmortems: '*' });
    return new Map(rows.map(row => [row.owner_ref, Number(row.postmortems)]));
  }

  async insert(
    tx: Knex,
    record: Omit<PostmortemRecord, 'number'>,
  ): Promise<PostmortemRecord> {
    const [{ id }] = await tx<PostmortemRow>(TABLE)
      .insert(toRow(record))
      .returning('id');
    await insertRelated(tx, id, record);
    return { ...record, number: id };
  }

  async update(tx: Knex, record: PostmortemRecord): Promise<void> {
    await tx<PostmortemRow>(TABLE)
      .where({ id: record.number })
      .update(toRow(record));
    await replaceRelated(tx, record.number, record);
  }

  /**
   * Updates the change time, after a change within the postmortem that doesn't affect its facts.
   */
  async touch(tx: Knex, number: number, at: string): Promise<void> {
    await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .update({ updated_at: toDbTime(at) });
  }

  /** Like `touch`, but also increments the revision that an edit of the facts must send. */
  async touchFacts(tx: Knex, number: number, at: string): Promise<void> {
    await this.touch(tx, number, at);
    await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .increment('revision')
      .increment('related_revision');
  }

  /** Like `touch`, but also increments the content revision that an approval must send. */
  async touchContent(tx: Knex, number: number, at: string): Promise<void> {
    await this.touch(tx, number, at);
    await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .increment('content_revision');
  }

  /** Marks the postmortem as edited by a person. */
  async begin(tx: Knex, number: number): Promise<void> {
    await tx<PostmortemRow>(TABLE)
      .where({ id: number, edited: false })
      .update({ edited: true });
  }

  /** Clears the import key, so another postmortem can use it. */
  async clearImportKey(tx: Knex, number: number): Promise<void> {
    await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .update({ import_key: null });
  }

  async delete(tx: Knex, number: number): Promise<void> {
    await tx<PostmortemRow>(TABLE).where({ id: number }).delete();
  }
}

function toRow(
  record: Omit<PostmortemRecord, 'number'>,
): Omit<PostmortemRow, 'id'> {
  return {
    title: record.title,
    title_key: record.title.toLocaleLowerCase('en').slice(0, 200),
    severity: latestSeverity(record.severityHistory),
    governing_severity: record.governingSeverity,
    governing_rank: record.governingRank,
    severity_history: JSON.stringify(record.severityHistory),
    outcome: record.outcome,
    started_at: toDbTime(record.startedAt),
    detected_at: toDbTime(record.detectedAt),
    mitigated_at: toDbTime(record.mitigatedAt),
    resolved_at: toDbTime(record.resolvedAt),
    meeting_held_at: toDbTime(record.meetingHeldAt),
    meeting: toJson(record.meeting),
    owner_ref: record.ownerRef ?? null,
    owner_acknowledged_at: toDbTime(record.ownerAcknowledgedAt),
    owner_pending_since: toDbTime(record.ownerPendingSince),
    owner_suggestion: toJson(record.ownerSuggestion),
    commander_ref: record.commanderRef ?? null,
    status: record.status,
    published_at: toDbTime(record.publishedAt),
    publications: JSON.stringify(record.publications),
    no_action_items_reason: record.noActionItemsReason ?? null,
    visibility: record.visibility,
    required: record.required,
    completed_at: toDbTime(record.completedAt),
    due_at: toDbTime(record.deadline?.dueAt),
    due_order: toDbTime(record.deadline?.dueAt) ?? FAR_FUTURE,
    warn_at: toDbTime(record.warnAt),
    waived_until: waivedUntil(record),
    deadline: toJson(record.deadline),
    waiver: toJson(record.waiver),
    extension: toJson(record.extension),
    calendar: toJson(record.calendar),
    links: JSON.stringify(record.links),
    ...toRelatedColumns(record),
    teamless: isTeamless(record.teamRefs),
    import_key: record.importKey ?? null,
    edited: record.edited,
    origin: record.origin,
    cycle: record.publications.length,
    claimed: record.claimed,
    imported: toJson(record.imported),
    exceptions: record.exceptions,
    deletions: record.deletions,
    fact_entries: toJson(record.factEntries),
    attached_at: toDbTime(record.attachedAt),
    content_revision: record.contentRevision,
    revision: record.revision,
    created_at: toDbTime(record.createdAt),
    created_by: record.createdBy,
    updated_at: toDbTime(record.updatedAt),
  };
}

/**
 * Unconfirmed claims are stored as waived forever, so rate queries exclude them without checking
 * `claimed`.
 */
function waivedUntil({
  claimed,
  waiver,
}: Omit<PostmortemRecord, 'number'>): PostmortemRow['waived_until'] {
  if (claimed) return FAR_FUTURE;
  return waiver ? toDbTime(waiver.expiresAt) ?? FAR_FUTURE : null;
}
