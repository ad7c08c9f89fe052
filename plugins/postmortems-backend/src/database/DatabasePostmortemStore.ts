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
import type { Visibility } from 'backstage-plugin-postmortems-common';
import { insertAll } from './insertAll';
import { toJson } from './json';
import { latestSeverity } from './PostmortemRecord';
import type { PostmortemRecord } from './PostmortemRecord';
import { toRecords } from './postmortemRows';
import { insertRelated, replaceRelated, toRelatedColumns } from './related';
import type { PostmortemRow } from './rows';
import { FAR_FUTURE, toDbTime } from './time';

const TABLE = 'postmortems';

/**
 * Reads and writes postmortems. A row has all that is read of one; the join tables, which hold the
 * same once more, are there to find it by. Every call runs in the given transaction.
 */
export class DatabasePostmortemStore {
  /**
   * @param options - `lock` holds the row until the transaction ends, so that of two writers the
   *   second sees what the first wrote
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

  /** The postmortems with these numbers, in the order of the numbers. */
  async getMany(tx: Knex, numbers: number[]): Promise<PostmortemRecord[]> {
    if (numbers.length === 0) return [];
    const rows = await tx<PostmortemRow>(TABLE).whereIn('id', numbers);
    const records = await toRecords(tx, rows);
    const byNumber = new Map(records.map(record => [record.number, record]));
    return numbers.flatMap(number => byNumber.get(number) ?? []);
  }

  /** The visibility of a postmortem that there is. */
  async visibilityOf(tx: Knex, number: number): Promise<Visibility> {
    const row = await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .first('visibility');
    return row?.visibility as Visibility;
  }

  async findByImportKey(
    tx: Knex,
    importKey: string,
  ): Promise<PostmortemRecord | undefined> {
    const rows = await tx<PostmortemRow>(TABLE).where({
      import_key: importKey,
    });
    const [record] = await toRecords(tx, rows);
    return record;
  }

  /** The numbers of postmortems still being written or with open action items, in order, after the given one. */
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

  /** How many postmortems of an entity people owned, without those that are restricted. */
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

  /** Notes that something inside the postmortem changed, though none of its facts did. */
  async touch(tx: Knex, number: number, at: string): Promise<void> {
    await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .update({ updated_at: toDbTime(at) });
  }

  /** The same for something that whoever changes the facts must have seen. */
  async touchFacts(tx: Knex, number: number, at: string): Promise<void> {
    await this.touch(tx, number, at);
    await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .increment('revision')
      .increment('related_revision');
  }

  /** The same for something that is part of what reviewers read. */
  async touchContent(tx: Knex, number: number, at: string): Promise<void> {
    await this.touch(tx, number, at);
    await tx<PostmortemRow>(TABLE)
      .where({ id: number })
      .increment('content_revision');
  }

  /** Notes that a person has done something to it. */
  async begin(tx: Knex, number: number): Promise<void> {
    await tx<PostmortemRow>(TABLE)
      .where({ id: number, begun: false })
      .update({ begun: true });
  }

  async delete(tx: Knex, number: number): Promise<void> {
    await tx<PostmortemRow>(TABLE).where({ id: number }).delete();
  }

  /** Replaces the words that text search finds the postmortem by. */
  async setTerms(tx: Knex, number: number, terms: string[]): Promise<void> {
    await tx('postmortem_terms').where({ postmortem_id: number }).delete();
    await insertAll(
      tx,
      'postmortem_terms',
      terms.map(term => ({ term, postmortem_id: number })),
    );
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
    owner_missing_since: toDbTime(record.ownerMissingSince),
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
    waived_until: record.waiver
      ? toDbTime(record.waiver.expiresAt) ?? FAR_FUTURE
      : null,
    deadline: toJson(record.deadline),
    waiver: toJson(record.waiver),
    extension: toJson(record.extension),
    calendar: toJson(record.calendar),
    links: JSON.stringify(record.links),
    ...toRelatedColumns(record),
    import_key: record.importKey ?? null,
    begun: record.begun,
    content_revision: record.contentRevision,
    revision: record.revision,
    created_at: toDbTime(record.createdAt),
    created_by: record.createdBy,
    updated_at: toDbTime(record.updatedAt),
  };
}
