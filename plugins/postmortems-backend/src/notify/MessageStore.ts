import type { Knex } from 'knex';
import { claimRows, isDue, isFree, whileClaimed } from '../kernel/db/claims';
import type { Claim } from '../kernel/db/claims';
import { fromJson, toJson } from '../kernel/db/json';
import type { DbTime } from '../kernel/db/time';
import type {
  Message,
  MessageAbout,
  MessageState,
  MessageSubject,
  NewMessage,
} from './message';

const TABLE = 'postmortem_messages';

/** Rows per insert, below the databases' limits on bound parameters. */
const CHUNK = 100;

interface MessageRow {
  id: number;
  reason: string;
  recipient_ref: string;
  kind: string;
  about: string;
  postmortem_id: number | null;
  action_item: number | null;
  details: string | null;
  state: string;
  send_at: DbTime;
  digest_id: number | null;
  claimed_by: string | null;
  claimed_until: DbTime | null;
  attempts: number;
  created_at: DbTime;
  sent_at: DbTime | null;
}

/**
 * The ledger of messages. Each message is stored before it is sent, once per reason and recipient,
 * so crashes and concurrent instances neither lose nor repeat a message.
 */
export class MessageStore {
  /** Stores messages, ignoring those already stored. */
  async add(tx: Knex, messages: NewMessage[]): Promise<void> {
    for (let start = 0; start < messages.length; start += CHUNK) {
      await tx<MessageRow>(TABLE)
        .insert(messages.slice(start, start + CHUNK).map(toRow))
        .onConflict(['reason', 'recipient_ref'])
        .ignore();
    }
  }

  /** The reasons for all messages about a postmortem. */
  async reasons(tx: Knex, postmortem: number): Promise<Set<string>> {
    const rows = await tx<MessageRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .distinct('reason');
    return new Set(rows.map(row => row.reason));
  }

  /** Everyone who has a message for a reason, in any state. */
  async recipientsOf(knex: Knex, reason: string): Promise<Set<string>> {
    const rows = await knex<MessageRow>(TABLE)
      .where({ reason })
      .select('recipient_ref');
    return new Set(rows.map(row => row.recipient_ref));
  }

  /**
   * Claims messages to send, longest waiting first. A claim expires unless it is settled in time.
   */
  async claim(knex: Knex, claim: Claim & { by: string }): Promise<Message[]> {
    const rows = await claimRows<MessageRow>(knex, TABLE, claim, messages =>
      messages
        .where({ state: 'waiting' })
        .whereIn('kind', ['direct', 'digest'])
        .where(any => isDue(any, 'send_at', claim.now))
        .orderBy(['send_at', 'id']),
    );
    return rows.map(fromRow);
  }

  /** Extends the claims while sending, and then releases any that remain. */
  whileClaimed(
    knex: Knex,
    claim: { by: string; clock: () => Date },
    work: () => Promise<void>,
  ): Promise<void> {
    return whileClaimed(knex, TABLE, claim, work);
  }

  /** Stores the outcome of a claimed message. If it is a digest, its lines get the same outcome. */
  async settle(
    knex: Knex,
    { rowId }: Message,
    by: string,
    outcome: { state: 'sent' | 'shared' | 'dropped'; at: Date },
  ): Promise<void> {
    await knex.transaction(async tx => {
      const settled = await tx<MessageRow>(TABLE)
        .where({ id: rowId, claimed_by: by })
        .update({
          state: outcome.state,
          sent_at: outcome.state === 'sent' ? outcome.at : null,
          claimed_by: null,
          claimed_until: null,
        });
      if (settled === 0) return;
      await tx<MessageRow>(TABLE)
        .where({ digest_id: rowId, state: 'in-digest' })
        .update({
          state: outcome.state,
          sent_at: outcome.state === 'sent' ? outcome.at : null,
        });
    });
  }

  /** Releases a message that couldn't be sent, with the time of the next attempt. */
  async retry(
    knex: Knex,
    { rowId, attempts }: Message,
    by: string,
    sendAt: Date,
  ): Promise<void> {
    await knex<MessageRow>(TABLE)
      .where({ id: rowId, claimed_by: by })
      .update({
        attempts: attempts + 1,
        send_at: sendAt,
        claimed_by: null,
        claimed_until: null,
      });
  }

  /** The people who have lines waiting for a digest. */
  async awaitingDigest(
    knex: Knex,
    now: Date,
    limit: number,
  ): Promise<string[]> {
    const rows = await knex<MessageRow>(TABLE)
      .where({ state: 'waiting', kind: 'line' })
      .where('send_at', '<=', now)
      .distinct('recipient_ref')
      .orderBy('recipient_ref')
      .limit(limit);
    return rows.map(row => row.recipient_ref);
  }

  /** A person's waiting lines, except snoozed ones. */
  async linesFor(
    knex: Knex,
    recipientRef: string,
    now: Date,
  ): Promise<Message[]> {
    const rows: MessageRow[] = await knex<MessageRow>(TABLE)
      .where({
        recipient_ref: recipientRef,
        state: 'waiting',
        kind: 'line',
      })
      .where(any =>
        any.whereNot({ about: 'snoozed' }).orWhere('send_at', '<=', now),
      )
      .orderBy(['send_at', 'id']);
    return rows.map(fromRow);
  }

  /** The lines in a digest. */
  async linesOf(knex: Knex, digest: number): Promise<Message[]> {
    const rows: MessageRow[] = await knex<MessageRow>(TABLE)
      .where({ digest_id: digest, state: 'in-digest' })
      .orderBy(['send_at', 'id']);
    return rows.map(fromRow);
  }

  /**
   * Creates a digest with these lines and those of earlier unsent digests, so that an outage of
   * several days leads to a single digest.
   *
   * @returns false if there already is a digest for the same reason
   */
  async addDigest(
    tx: Knex,
    digest: NewMessage,
    lines: Message[],
  ): Promise<boolean> {
    const id = await this.#insert(tx, digest);
    if (id === undefined) return false;
    await this.#changeLines(tx, lines, { state: 'in-digest', digest_id: id });
    const unsent = await tx<MessageRow>(TABLE)
      .where({
        recipient_ref: digest.recipientRef,
        kind: 'digest',
        state: 'waiting',
      })
      .whereNot({ id })
      .where(any => isFree(any, digest.createdAt))
      .update({ state: 'superseded' })
      .returning('id');
    await tx<MessageRow>(TABLE)
      .whereIn(
        'digest_id',
        unsent.map(row => row.id),
      )
      .where({ state: 'in-digest' })
      .update({ digest_id: id });
    return true;
  }

  /** Postpones lines. */
  async postpone(tx: Knex, lines: Message[], sendAt: Date): Promise<void> {
    await this.#changeLines(tx, lines, { send_at: sendAt });
  }

  /** Drops lines that no longer apply. */
  async drop(tx: Knex, lines: Message[]): Promise<void> {
    await this.#changeLines(tx, lines, { state: 'dropped' });
  }

  /** Marks waiting lines as superseded by a later line for the same people. */
  async supersede(
    tx: Knex,
    recipientRefs: string[],
    subject: MessageSubject,
  ): Promise<void> {
    await waitingLines(tx, recipientRefs, subject).update({
      state: 'superseded',
    });
  }

  /** Which of these people have snoozed a postmortem or action item. */
  async snoozedBy(
    tx: Knex,
    recipientRefs: string[],
    subject: MessageSubject,
    now: Date,
  ): Promise<string[]> {
    const rows = await waitingLines(tx, recipientRefs, subject)
      .where({ about: 'snoozed' })
      .where('send_at', '>', now)
      .distinct('recipient_ref');
    return rows.map(row => row.recipient_ref);
  }

  /**
   * Snoozes a postmortem or action item for a person. At the end of the snooze, one reminder
   * replaces everything that was waiting.
   */
  async snooze(
    tx: Knex,
    given: MessageSubject & { recipientRef: string; subject: string },
    { until, now }: { until: Date; now: Date },
  ): Promise<void> {
    const { recipientRef, subject, ...about } = given;
    const moved = await waitingLines(tx, [recipientRef], about)
      .where({ about: 'snoozed' })
      .update({ send_at: until });
    if (moved > 0 || until <= now) return;
    await this.supersede(tx, [recipientRef], about);
    await this.#insert(tx, {
      ...about,
      reason: `${subject}:snoozed:${now.toISOString()}`,
      recipientRef,
      kind: 'line',
      about: 'snoozed',
      sendAt: until,
      createdAt: now,
    });
  }

  /** What a person has snoozed, with end times. */
  async snoozesOf(
    knex: Knex,
    recipientRef: string,
    now: Date,
  ): Promise<Message[]> {
    const rows: MessageRow[] = await knex<MessageRow>(TABLE)
      .where({
        recipient_ref: recipientRef,
        state: 'waiting',
        kind: 'line',
        about: 'snoozed',
      })
      .where('send_at', '>', now)
      .orderBy(['send_at', 'id']);
    return rows.map(fromRow);
  }

  /** @returns undefined if the message is already stored */
  async #insert(tx: Knex, message: NewMessage): Promise<number | undefined> {
    const [row] = await tx<MessageRow>(TABLE)
      .insert(toRow(message))
      .onConflict(['reason', 'recipient_ref'])
      .ignore()
      .returning('id');
    return row?.id;
  }

  async #changeLines(
    tx: Knex,
    lines: Message[],
    change: Partial<Pick<MessageRow, 'state' | 'digest_id' | 'send_at'>>,
  ): Promise<void> {
    await tx<MessageRow>(TABLE)
      .whereIn(
        'id',
        lines.map(({ rowId }) => rowId),
      )
      .where({ state: 'waiting' })
      .update(change);
  }
}

function waitingLines(
  tx: Knex,
  recipientRefs: string[],
  { postmortem, actionItem }: MessageSubject,
) {
  return tx<MessageRow>(TABLE)
    .whereIn('recipient_ref', recipientRefs)
    .where({
      state: 'waiting',
      kind: 'line',
      postmortem_id: postmortem,
      action_item: actionItem ?? null,
    });
}

function toRow(message: NewMessage): Partial<MessageRow> {
  return {
    reason: message.reason,
    recipient_ref: message.recipientRef,
    kind: message.kind,
    about: message.about,
    postmortem_id: message.postmortem ?? null,
    action_item: message.actionItem ?? null,
    details: toJson(message.details),
    state: message.state ?? 'waiting',
    send_at: message.sendAt,
    created_at: message.createdAt,
  };
}

function fromRow(row: MessageRow): Message {
  return {
    rowId: row.id,
    reason: row.reason,
    recipientRef: row.recipient_ref,
    kind: row.kind as Message['kind'],
    about: row.about as MessageAbout,
    postmortem: row.postmortem_id ?? undefined,
    actionItem: row.action_item ?? undefined,
    details: fromJson(row.details),
    state: row.state as MessageState,
    sendAt: new Date(row.send_at),
    createdAt: new Date(row.created_at),
    attempts: row.attempts,
  };
}
