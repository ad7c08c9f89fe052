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
  DeliveryStatus,
  IncidentDelivery,
  Page,
} from 'backstage-plugin-postmortems-common';
import { claimRows, isDue, whileClaimed } from './claims';
import type { Claim } from './claims';
import { countUpToBound } from './count';
import { applyKeyset, decodeCursor, toPage } from './keyset';
import type { Order } from './keyset';
import { fromDbTime, toDbTime } from './time';
import type { DbTime } from './time';

const TABLE = 'incident_deliveries';

/** A delivery as stored, without its body. */
export type DeliveryRecord = Omit<IncidentDelivery, 'id' | 'sourceTitle'> & {
  rowId: number;
};

/** A delivery that one instance has taken on. */
export interface ClaimedDelivery extends DeliveryRecord {
  key: string;
  body: Buffer;
  claimedBy: string;
}

/** How an attempt at a delivery ended. */
export type DeliveryEnd = Pick<DeliveryRecord, 'status' | 'attempts'> &
  Partial<
    Pick<DeliveryRecord, 'type' | 'error' | 'nextAttemptAt' | 'finishedAt'>
  >;

interface DeliveryRow {
  id: number;
  source: string;
  delivery_key: string;
  kind: string;
  body: Buffer;
  type: string | null;
  status: string;
  received_at: DbTime;
  finished_at: DbTime | null;
  attempts: number;
  error: string | null;
  due_at: DbTime | null;
}

/** A row without its body. */
type StoredDelivery = Omit<DeliveryRow, 'body'>;

const NEWEST_FIRST: Order = {
  name: 'newest-first',
  column: 'id',
  idColumn: 'id',
  direction: 'desc',
  toDb: value => value,
};

/** Everything but the body, which only whoever applies it needs. */
const COLUMNS = [
  'id',
  'source',
  'kind',
  'type',
  'status',
  'received_at',
  'finished_at',
  'attempts',
  'error',
  'due_at',
];

/** Deliveries deleted in one statement. */
const PURGE_BATCH = 1_000;

/** Keeps what came in from incident sources, from its acceptance on. */
export class DatabaseDeliveryStore {
  /**
   * Stores what came in. One that is there already stays as it is.
   *
   * @returns whether it is new
   */
  async add(
    knex: Knex,
    delivery: Pick<DeliveryRecord, 'source' | 'kind' | 'receivedAt'> & {
      key: string;
      body: Buffer;
    },
  ): Promise<boolean> {
    const receivedAt = toDbTime(delivery.receivedAt);
    const inserted = await knex(TABLE)
      .insert({
        source: delivery.source,
        delivery_key: delivery.key,
        kind: delivery.kind,
        body: delivery.body,
        status: 'pending',
        received_at: receivedAt,
        attempts: 0,
        due_at: receivedAt,
      })
      .onConflict(['source', 'delivery_key'])
      .ignore()
      .returning('id');
    return inserted.length > 0;
  }

  async get(knex: Knex, rowId: number): Promise<DeliveryRecord | undefined> {
    const row: StoredDelivery | undefined = await knex(TABLE)
      .where({ id: rowId })
      .first(COLUMNS);
    return row && fromRow(row);
  }

  async findByKey(
    knex: Knex,
    source: string,
    key: string,
  ): Promise<DeliveryRecord | undefined> {
    const row: StoredDelivery | undefined = await knex(TABLE)
      .where({ source, delivery_key: key })
      .first(COLUMNS);
    return row && fromRow(row);
  }

  /** Takes on the oldest deliveries of these sources that are due and nobody else has. */
  async claim(
    knex: Knex,
    claim: Claim & { by: string; sources: string[] },
  ): Promise<ClaimedDelivery[]> {
    const rows = await claimRows<DeliveryRow>(knex, TABLE, claim, deliveries =>
      deliveries
        .whereIn('source', claim.sources)
        .where(any => isDue(any, 'due_at', claim.now))
        .orderBy(['due_at', 'id']),
    );
    return rows.map(row => ({
      ...fromRow(row),
      key: row.delivery_key,
      body: row.body,
      claimedBy: claim.by,
    }));
  }

  /** Writes how an attempt ended, if whoever made it still has the delivery. */
  async conclude(
    tx: Knex,
    { rowId, claimedBy }: Pick<ClaimedDelivery, 'rowId' | 'claimedBy'>,
    end: DeliveryEnd,
  ): Promise<void> {
    await tx(TABLE)
      .where({ id: rowId, claimed_by: claimedBy })
      .update({
        status: end.status,
        attempts: end.attempts,
        ...(end.type !== undefined && { type: end.type.slice(0, 200) }),
        error: end.error ?? null,
        due_at: toDbTime(end.nextAttemptAt),
        finished_at: toDbTime(end.finishedAt),
        claimed_by: null,
        claimed_until: null,
      });
  }

  /** Works on what was taken on; what is not concluded then is given back. */
  whileClaimed(
    knex: Knex,
    claim: { by: string; clock: () => Date },
    work: () => Promise<void>,
  ): Promise<void> {
    return whileClaimed(knex, TABLE, claim, work);
  }

  /** Lets a delivery be applied once more, from the beginning. */
  async replay(knex: Knex, rowId: number, now: Date): Promise<void> {
    await knex(TABLE).where({ id: rowId }).update({
      status: 'pending',
      attempts: 0,
      error: null,
      finished_at: null,
      due_at: now,
      claimed_by: null,
      claimed_until: null,
    });
  }

  async list(
    knex: Knex,
    request: {
      status?: DeliveryStatus[];
      source?: string[];
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<DeliveryRecord>> {
    const matching = () => {
      const query = knex(TABLE);
      if (request.status) query.whereIn('status', request.status);
      if (request.source) query.whereIn('source', request.source);
      return query;
    };
    const cursor = decodeCursor(request.cursor, NEWEST_FIRST.name);
    const query = matching().select(COLUMNS);
    applyKeyset(query, NEWEST_FIRST, cursor, request.limit);
    const page = toPage((await query) as StoredDelivery[], {
      order: NEWEST_FIRST,
      cursor,
      limit: request.limit,
      place: row => ({ value: row.id, id: row.id }),
    });
    return {
      items: page.items.map(fromRow),
      pageInfo: page.pageInfo,
      ...(request.totalItems === 'include' &&
        (await countUpToBound(knex, matching().select('id')))),
    };
  }

  /** How many deliveries there are, by source, status and type. */
  async counts(
    knex: Knex,
  ): Promise<
    { source: string; status: DeliveryStatus; type?: string; count: number }[]
  > {
    const rows: {
      source: string;
      status: string;
      type: string | null;
      count: number | string;
    }[] = await knex(TABLE)
      .groupBy('source', 'status', 'type')
      .select('source', 'status', 'type')
      .count({ count: '*' });
    return rows.map(row => ({
      source: row.source,
      status: row.status as DeliveryStatus,
      type: row.type ?? undefined,
      count: Number(row.count),
    }));
  }

  /** The latest delivery of each of these sources. */
  async latest(
    knex: Knex,
    sources: string[],
  ): Promise<Map<string, DeliveryRecord>> {
    const rows: StoredDelivery[] = await knex(TABLE)
      .whereIn(
        'id',
        knex(TABLE)
          .whereIn('source', sources)
          .where({ kind: 'webhook' })
          .groupBy('source')
          .max('id'),
      )
      .select(COLUMNS);
    return new Map(rows.map(row => [row.source, fromRow(row)]));
  }

  /** Deletes what was applied or ignored before a time. */
  async purge(knex: Knex, before: Date): Promise<number> {
    let purged = 0;
    for (;;) {
      const deleted = await knex(TABLE)
        .whereIn(
          'id',
          knex(TABLE)
            .whereIn('status', ['applied', 'ignored'])
            .where('finished_at', '<', before)
            .orderBy('finished_at')
            .limit(PURGE_BATCH)
            .select('id'),
        )
        .delete();
      purged += deleted;
      if (deleted < PURGE_BATCH) return purged;
    }
  }
}

function fromRow(row: StoredDelivery): DeliveryRecord {
  return {
    rowId: row.id,
    source: row.source,
    kind: row.kind as DeliveryRecord['kind'],
    type: row.type ?? undefined,
    status: row.status as DeliveryStatus,
    receivedAt: fromDbTime(row.received_at),
    finishedAt: fromDbTime(row.finished_at),
    attempts: row.attempts,
    error: row.error ?? undefined,
    nextAttemptAt: fromDbTime(row.due_at),
  };
}
