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

import type { Ticket, TicketStatus } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { FAR_FUTURE, fromDbTime, toDbTime } from './time';
import type { DbTime } from './time';

const TABLE = 'action_item_tickets';

/** Which ticket: an action item has at most one in each tracker. */
export interface TicketRef {
  /** The row of the action item. */
  actionItem: number;
  tracker: string;
}

/** A ticket as stored. Times are ISO 8601 in UTC. */
export interface TicketRecord extends TicketRef {
  /** Whether it is the ticket of the action item now. */
  linked: boolean;
  /** Where it is to be made; none for one linked by its address. */
  project?: string;
  idempotencyKey: string;
  /** When making it was first tried: it may exist since then, whatever was answered. */
  firstAttemptAt?: string;
  key?: string;
  url?: string;
  status?: TicketStatus;
  statusName?: string;
  /** The status that the action item is in step with. */
  followedStatus?: TicketStatus;
  /** What it is to become, because the action item became it. */
  wantedStatus?: TicketStatus;
  sync: Ticket['sync'];
  /** In a row. */
  failures: number;
  error?: string;
  syncedAt?: string;
  /** When something is to be done next; none where nothing is. */
  nextAttemptAt?: string;
}

interface TicketRow {
  action_item_id: number;
  tracker: string;
  linked: boolean | number;
  project: string | null;
  idempotency_key: string;
  first_attempt_at: DbTime | null;
  ticket_key: string | null;
  url: string | null;
  status: string | null;
  status_name: string | null;
  followed_status: string | null;
  wanted_status: string | null;
  sync: string;
  failures: number;
  error: string | null;
  synced_at: DbTime | null;
  next_attempt_at: DbTime;
  claimed_by: string | null;
  claimed_until: DbTime | null;
}

/** The columns that are read of a ticket, each by its name beside those of the action item. */
const BESIDE = (
  [
    'action_item_id',
    'tracker',
    'linked',
    'project',
    'idempotency_key',
    'first_attempt_at',
    'ticket_key',
    'url',
    'status',
    'status_name',
    'followed_status',
    'wanted_status',
    'sync',
    'failures',
    'error',
    'synced_at',
    'next_attempt_at',
  ] as const satisfies (keyof TicketRow)[]
).map(column => ({ column, name: `its_${column}` as const }));

/** What is read of the ticket of an action item beside it; null where it has none. */
export type TicketBeside = {
  [C in (typeof BESIDE)[number]['column'] as `its_${C}`]: TicketRow[C] | null;
};

/** Has a query over `action_items` read the ticket that each has. */
export function readTicketsBeside(query: Knex.QueryBuilder): void {
  query
    .joinRaw(
      `left join ${TABLE} as ticket on ticket.action_item_id = action_items.id and ticket.linked`,
    )
    .select(BESIDE.map(({ column, name }) => `ticket.${column} as ${name}`));
}

/** The ticket that was read beside an action item, if it has one. */
export function ticketBeside(row: TicketBeside): TicketRecord | undefined {
  if (row.its_action_item_id === null) return undefined;
  return fromRow(
    Object.fromEntries(
      BESIDE.map(({ column, name }) => [column, row[name]]),
    ) as unknown as TicketRow,
  );
}

/** Reads and writes tickets of action items. Every call runs in the given transaction. */
export class DatabaseTicketStore {
  /** A ticket that an action item has, or once had. */
  async get(tx: Knex, ref: TicketRef): Promise<TicketRecord | undefined> {
    const row = await tx<TicketRow>(TABLE).where(keyOf(ref)).first();
    return row && fromRow(row);
  }

  /**
   * Writes a ticket, new or not. What says whether one was perhaps made already stays as it is.
   */
  async put(tx: Knex, ticket: TicketRecord): Promise<void> {
    const { idempotency_key, first_attempt_at, ...rest } = toRow(ticket);
    await tx(TABLE)
      .insert({ ...rest, idempotency_key, first_attempt_at })
      .onConflict(['action_item_id', 'tracker'])
      .merge(rest);
  }

  /** The tickets of which something is to be done, longest due first. */
  async due(knex: Knex, now: Date, limit: number): Promise<TicketRef[]> {
    const rows = await dueAt(knex, now)
      .orderBy('next_attempt_at')
      .limit(limit)
      .select('action_item_id', 'tracker');
    return rows.map(row => ({
      actionItem: row.action_item_id,
      tracker: row.tracker,
    }));
  }

  /**
   * Takes a ticket for one attempt, so that nobody else makes one at the same time, in this
   * process or another. Until the attempt ends, the next one is due when this is given up.
   *
   * @param claim - `by` names the attempt, `until` ends it should it never come back
   * @returns undefined where it is not due any more or somebody else has it
   */
  async claim(
    knex: Knex,
    ref: TicketRef,
    claim: { by: string; now: Date; until: Date },
  ): Promise<TicketRecord | undefined> {
    const [row] = await dueAt(knex, claim.now)
      .where(keyOf(ref))
      .update({
        claimed_by: claim.by,
        claimed_until: claim.until,
        next_attempt_at: claim.until,
      })
      .returning('*');
    return row && fromRow(row);
  }

  /** The ticket of an attempt, if that still has it, held until the transaction ends. */
  async claimed(
    tx: Knex,
    ref: TicketRef,
    by: string,
  ): Promise<TicketRecord | undefined> {
    const row = await tx<TicketRow>(TABLE)
      .where({ ...keyOf(ref), linked: true, claimed_by: by })
      .forUpdate()
      .first();
    return row && fromRow(row);
  }

  /** Notes that making a ticket is tried from now on. */
  async setFirstAttempt(knex: Knex, ref: TicketRef, at: Date): Promise<void> {
    await knex(TABLE).where(keyOf(ref)).update({ first_attempt_at: at });
  }

  /** Ends an attempt. Nobody makes another before `until`. */
  async release(tx: Knex, ref: TicketRef, until?: Date): Promise<void> {
    await tx(TABLE)
      .where(keyOf(ref))
      .update({ claimed_by: null, claimed_until: until ?? null });
  }

  /** Makes tickets due, by their keys. */
  async wake(
    knex: Knex,
    tracker: string,
    keys: string[],
    now: Date,
  ): Promise<void> {
    await knex(TABLE)
      .whereIn('ticket_key', keys)
      .where({ tracker, linked: true })
      .where('next_attempt_at', '>', now)
      .update({ next_attempt_at: now });
  }

  /** Lets a tracker rest that asked for it. */
  async postpone(knex: Knex, tracker: string, until: Date): Promise<void> {
    await knex(TABLE)
      .where({ tracker, linked: true })
      .where('next_attempt_at', '<', until)
      .update({ next_attempt_at: until });
  }
}

function dueAt(knex: Knex, now: Date) {
  return knex<TicketRow>(TABLE)
    .where({ linked: true })
    .where('next_attempt_at', '<=', now)
    .where(free => {
      free.whereNull('claimed_until').orWhere('claimed_until', '<=', now);
    });
}

function keyOf({ actionItem, tracker }: TicketRef) {
  return { action_item_id: actionItem, tracker };
}

function toRow(
  ticket: TicketRecord,
): Omit<TicketRow, 'claimed_by' | 'claimed_until'> {
  return {
    ...keyOf(ticket),
    linked: ticket.linked,
    project: ticket.project ?? null,
    idempotency_key: ticket.idempotencyKey,
    first_attempt_at: toDbTime(ticket.firstAttemptAt),
    ticket_key: ticket.key ?? null,
    url: ticket.url ?? null,
    status: ticket.status ?? null,
    status_name: ticket.statusName?.slice(0, 255) ?? null,
    followed_status: ticket.followedStatus ?? null,
    wanted_status: ticket.wantedStatus ?? null,
    sync: ticket.sync,
    failures: ticket.failures,
    error: ticket.error ?? null,
    synced_at: toDbTime(ticket.syncedAt),
    next_attempt_at: toDbTime(ticket.nextAttemptAt) ?? FAR_FUTURE,
  };
}

function fromRow(row: TicketRow): TicketRecord {
  const nextAttemptAt = new Date(row.next_attempt_at);
  return {
    actionItem: row.action_item_id,
    tracker: row.tracker,
    linked: Boolean(row.linked),
    project: row.project ?? undefined,
    idempotencyKey: row.idempotency_key,
    firstAttemptAt: fromDbTime(row.first_attempt_at),
    key: row.ticket_key ?? undefined,
    url: row.url ?? undefined,
    status: (row.status as TicketStatus) ?? undefined,
    statusName: row.status_name ?? undefined,
    followedStatus: (row.followed_status as TicketStatus) ?? undefined,
    wantedStatus: (row.wanted_status as TicketStatus) ?? undefined,
    sync: row.sync as Ticket['sync'],
    failures: row.failures,
    error: row.error ?? undefined,
    syncedAt: fromDbTime(row.synced_at),
    nextAttemptAt:
      nextAttemptAt < FAR_FUTURE ? nextAttemptAt.toISOString() : undefined,
  };
}
