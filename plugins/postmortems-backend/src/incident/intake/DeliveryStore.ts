import type { Knex } from 'knex';
import { truncateText } from 'backstage-plugin-postmortems-common';
import type {
  DeliveryStatus,
  IncidentDelivery,
  Page,
} from 'backstage-plugin-postmortems-common';
import { claimRows, isDue, whileClaimed } from '../../kernel/db/claims';
import type { Claim } from '../../kernel/db/claims';
import { listById } from '../../kernel/db/listPage';
import { fromDbTime, toDbTime } from '../../kernel/db/time';
import type { DbTime } from '../../kernel/db/time';

const TABLE = 'incident_deliveries';

/** A delivery as stored, without its body. */
export type DeliveryRecord = Omit<IncidentDelivery, 'id' | 'sourceTitle'> & {
  rowId: number;
};

/** A delivery claimed by one instance. */
export interface ClaimedDelivery extends DeliveryRecord {
  key: string;
  body: Buffer;
  claimedBy: string;
}

/** The outcome of an attempt to apply a delivery. */
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

type StoredDelivery = Omit<DeliveryRow, 'body'>;

/** All columns except the body, which is needed only to apply a delivery. */
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

/** Deliveries deleted per statement. */
const PURGE_BATCH = 1_000;

/** Stores deliveries from incident sources. */
export class DeliveryStore {
  /**
   * Stores a delivery, ignoring duplicates.
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

  /** Claims the oldest due deliveries from these sources. */
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

  /** Stores the outcome of an attempt, if the claim still holds. */
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
        ...(end.type !== undefined && { type: truncateText(end.type, 200) }),
        error: end.error ?? null,
        due_at: toDbTime(end.nextAttemptAt),
        finished_at: toDbTime(end.finishedAt),
        claimed_by: null,
        claimed_until: null,
      });
  }

  /** Extends the claims while the work runs, and then releases any that remain. */
  whileClaimed(
    knex: Knex,
    claim: { by: string; clock: () => Date },
    work: () => Promise<void>,
  ): Promise<void> {
    return whileClaimed(knex, TABLE, claim, work);
  }

  /** Queues a delivery to be applied again from the start. */
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
    const { limit, cursor, totalItems } = request;
    return listById(knex, {
      matching,
      columns: COLUMNS,
      direction: 'desc',
      toItem: fromRow,
      limit,
      cursor,
      totalItems,
    });
  }

  /** Counts deliveries by source, status and type. */
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

  /** The latest delivery from each of these sources. */
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

  /** Deletes deliveries applied or ignored before a time. */
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
