import { truncateText } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { fromRow } from '../actionItem/ports';
import type { TicketRecord, TicketRef, TicketRow } from '../actionItem/ports';
import { FAR_FUTURE, toDbTime } from '../kernel/db/time';

const TABLE = 'action_item_tickets';

/** Reads and writes tickets for action items. Every call runs in the given transaction. */
export class TicketStore {
  /** An action item's current or former ticket in a tracker. */
  async get(tx: Knex, ref: TicketRef): Promise<TicketRecord | undefined> {
    const row = await tx<TicketRow>(TABLE).where(keyOf(ref)).first();
    return row && fromRow(row);
  }

  /**
   * Stores a ticket. Never overwrites `firstAttemptAt`: once set, the tracker may already have the
   * ticket.
   */
  async put(tx: Knex, ticket: TicketRecord): Promise<void> {
    const { idempotency_key, first_attempt_at, ...rest } = toRow(ticket);
    await tx(TABLE)
      .insert({ ...rest, idempotency_key, first_attempt_at })
      .onConflict(['action_item_id', 'tracker'])
      .merge(rest);
  }

  /** Tickets with a due action, longest waiting first. */
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
   * Claims a ticket for one attempt, so no other process attempts it at the same time. The claim
   * ends with the attempt, or at its timeout.
   *
   * @param claim - `by` identifies the attempt, `until` is its timeout
   * @returns undefined if the ticket is no longer due or already claimed
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

  /** Loads and locks the ticket for an attempt, if the claim still holds. */
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

  /** Records when creating a ticket was first attempted. */
  async setFirstAttempt(knex: Knex, ref: TicketRef, at: Date): Promise<void> {
    await knex(TABLE).where(keyOf(ref)).update({ first_attempt_at: at });
  }

  /** Ends an attempt. If `until` is set, the next attempt can't start before that time. */
  async release(tx: Knex, ref: TicketRef, until?: Date): Promise<void> {
    await tx(TABLE)
      .where(keyOf(ref))
      .update({ claimed_by: null, claimed_until: until ?? null });
  }

  /** Queues tickets by their keys. */
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

  /** Postpones all tickets in a rate-limited tracker. */
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
    status_name:
      ticket.statusName === undefined
        ? null
        : truncateText(ticket.statusName, 255),
    followed_status: ticket.followedStatus ?? null,
    wanted_status: ticket.wantedStatus ?? null,
    sync: ticket.sync,
    failures: ticket.failures,
    error: ticket.error ?? null,
    synced_at: toDbTime(ticket.syncedAt),
    next_attempt_at: toDbTime(ticket.nextAttemptAt) ?? FAR_FUTURE,
  };
}
