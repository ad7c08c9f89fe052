import type { Knex } from 'knex';
import type { Page } from 'backstage-plugin-postmortems-common';
import type { Scope } from '../kernel/access/Access';
import { countUpToBound } from '../kernel/db/count';
import type {
  DeletedPostmortemRecord,
  DeletedRefField,
} from './DeletedPostmortemRecord';
import { insertAll } from '../kernel/db/insertAll';
import { fromJson } from '../kernel/db/json';
import { applyKeyset, decodeCursor, toPage } from '../kernel/db/keyset';
import type { Order } from '../kernel/db/keyset';
import type { PostmortemSnapshot } from './snapshot';
import { fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';
import { whereDeletedAmong } from './accessFields';

const TABLE = 'deleted_postmortems';
const REFS = 'deleted_postmortem_refs';
/** Rows purged per statement. */
const PURGE_BATCH = 200;

interface DeletedRow {
  id: number;
  title: string | null;
  governing_severity: string;
  visibility: string;
  started_at: DbTime;
  resolved_at: DbTime | null;
  published_at: DbTime | null;
  due_at: DbTime | null;
  compliance_status: string;
  deleted_at: DbTime;
  deleted_by: string;
  reason: string;
  successor: number | null;
  merged: boolean | number;
  purge_at: DbTime;
  purged_at: DbTime | null;
}

/** All columns except the snapshot, which is large. */
const COLUMNS: (keyof DeletedRow)[] = [
  'id',
  'title',
  'governing_severity',
  'visibility',
  'started_at',
  'resolved_at',
  'published_at',
  'due_at',
  'compliance_status',
  'deleted_at',
  'deleted_by',
  'reason',
  'successor',
  'merged',
  'purge_at',
  'purged_at',
];

const LATEST_FIRST: Order = {
  name: 'latest-first',
  column: 'deleted_postmortems.deleted_at',
  idColumn: 'deleted_postmortems.id',
  direction: 'desc',
  toDb: value => new Date(value),
};

/**
 * Stores deleted postmortems: all data until the purge, then everything except title and content.
 */
export class DeletedStore {
  async add(
    tx: Knex,
    record: DeletedPostmortemRecord,
    snapshot: PostmortemSnapshot,
  ): Promise<void> {
    await tx(TABLE).insert({
      id: record.number,
      title: record.title,
      governing_severity: record.governingSeverity,
      visibility: record.visibility,
      started_at: toDbTime(record.startedAt),
      resolved_at: toDbTime(record.resolvedAt),
      published_at: toDbTime(record.publishedAt),
      due_at: toDbTime(record.dueAt),
      compliance_status: record.complianceStatus,
      deleted_at: toDbTime(record.deletedAt),
      deleted_by: record.deletedBy,
      reason: record.reason,
      successor: record.successor ?? null,
      merged: record.merged,
      purge_at: toDbTime(record.purgeAt),
      snapshot: JSON.stringify(snapshot),
    });
    const refs = Object.entries(record.refs).flatMap(([field, values]) =>
      [...new Set(values)].map((ref, position) => ({
        deleted_postmortem_id: record.number,
        field,
        ref,
        position,
      })),
    );
    await insertAll(tx, REFS, refs);
  }

  /** @param options - `lock` holds a row lock until the transaction ends */
  async get(
    tx: Knex,
    number: number,
    options?: { lock?: boolean },
  ): Promise<DeletedPostmortemRecord | undefined> {
    const query = tx<DeletedRow>(TABLE).where({ id: number }).select(COLUMNS);
    if (options?.lock) query.forUpdate();
    const [record] = await this.#read(tx, (await query) as DeletedRow[]);
    return record;
  }

  /** The snapshot of a deleted postmortem; undefined after the purge. */
  async snapshot(
    tx: Knex,
    number: number,
  ): Promise<PostmortemSnapshot | undefined> {
    const row = await tx(TABLE).where({ id: number }).first('snapshot');
    return fromJson(row?.snapshot ?? null);
  }

  /** Deleted postmortems that this one replaced, directly or indirectly, oldest first. */
  async predecessors(tx: Knex, number: number): Promise<number[]> {
    const found: number[] = [];
    let of = [number];
    while (of.length > 0) {
      const rows: { id: number }[] = await tx(TABLE)
        .whereIn('successor', of)
        .whereNotIn('id', found)
        .select('id');
      of = rows.map(({ id }) => id);
      found.push(...of);
    }
    return found.sort((a, b) => a - b);
  }

  /** Replaces a successor with another, in all deleted postmortems that refer to it. */
  async replaceSuccessor(tx: Knex, from: number, to: number): Promise<void> {
    await tx(TABLE).where({ successor: from }).update({ successor: to });
  }

  async remove(tx: Knex, number: number): Promise<void> {
    await tx(TABLE).where({ id: number }).delete();
  }

  /** Removes title and content from postmortems that can no longer be restored. Keeps the rest. */
  async purge(knex: Knex, now: Date): Promise<number> {
    let purged = 0;
    for (;;) {
      const updated = await knex(TABLE)
        .whereIn(
          'id',
          knex(TABLE)
            .whereNull('purged_at')
            .where('purge_at', '<=', now)
            .orderBy('purge_at')
            .limit(PURGE_BATCH)
            .select('id'),
        )
        .update({ title: null, snapshot: null, purged_at: now });
      purged += updated;
      if (updated < PURGE_BATCH) return purged;
    }
  }

  /** A page of deleted postmortems, most recently deleted first. */
  async list(
    knex: Knex,
    request: {
      visible: Scope;
      permitted: Scope;
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<DeletedPostmortemRecord>> {
    const matching = () => {
      const query = knex(TABLE);
      whereDeletedAmong(query, request.visible);
      whereDeletedAmong(query, request.permitted);
      return query;
    };
    const cursor = decodeCursor(request.cursor, LATEST_FIRST.name);
    const query = matching().select(COLUMNS);
    applyKeyset(query, LATEST_FIRST, cursor, request.limit);
    const page = toPage((await query) as DeletedRow[], {
      order: LATEST_FIRST,
      cursor,
      limit: request.limit,
      place: row => ({ value: fromDbTime(row.deleted_at), id: row.id }),
    });
    return {
      items: await this.#read(knex, page.items),
      pageInfo: page.pageInfo,
      ...(request.totalItems === 'include' &&
        (await countUpToBound(knex, matching().select('id')))),
    };
  }

  async #read(
    tx: Knex,
    rows: DeletedRow[],
  ): Promise<DeletedPostmortemRecord[]> {
    const refs: {
      deleted_postmortem_id: number;
      field: string;
      ref: string;
    }[] = await tx(REFS)
      .whereIn(
        'deleted_postmortem_id',
        rows.map(({ id }) => id),
      )
      .orderBy('position');
    return rows.map(row => {
      const of = (field: DeletedRefField) =>
        refs
          .filter(
            each =>
              each.deleted_postmortem_id === row.id && each.field === field,
          )
          .map(({ ref }) => ref);
      return {
        ...fromRow(row),
        refs: {
          owner: of('owner'),
          commander: of('commander'),
          contributor: of('contributor'),
          reviewer: of('reviewer'),
          team: of('team'),
          entity: of('entity'),
        },
      };
    });
  }
}

function fromRow(row: DeletedRow): Omit<DeletedPostmortemRecord, 'refs'> {
  return {
    number: row.id,
    title: row.title ?? undefined,
    governingSeverity: row.governing_severity,
    visibility: row.visibility as DeletedPostmortemRecord['visibility'],
    startedAt: fromDbTime(row.started_at),
    resolvedAt: fromDbTime(row.resolved_at),
    publishedAt: fromDbTime(row.published_at),
    dueAt: fromDbTime(row.due_at),
    complianceStatus:
      row.compliance_status as DeletedPostmortemRecord['complianceStatus'],
    deletedAt: fromDbTime(row.deleted_at),
    deletedBy: row.deleted_by,
    reason: row.reason,
    successor: row.successor ?? undefined,
    merged: Boolean(row.merged),
    purgeAt: fromDbTime(row.purge_at),
    purgedAt: fromDbTime(row.purged_at),
  };
}
