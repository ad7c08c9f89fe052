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
import { claimRows, isDue, isFree, whileClaimed } from './claims';
import type { Claim } from './claims';
import { fromJson, toJson } from './json';
import type { DbTime } from './time';

const TABLE = 'postmortem_messages';

/** Rows per insert, to stay below the databases' limits on bound parameters. */
const CHUNK = 100;

/** What a message tells. */
export type MessageAbout =
  | 'owner-assigned'
  | 'owner-handed-over'
  | 'owner-left'
  | 'unacknowledged'
  | 'no-owner'
  | 'review-requested'
  | 'changes-requested'
  | 'published'
  | 'deadline'
  | 'action-item'
  | 'snoozed'
  | 'digest';

/**
 * What became of a message: `shared` was for a team, whose members got one each; `in-digest` is
 * told with others; `superseded` gave way to a later one; `dropped` was true no more.
 */
export type MessageState =
  | 'waiting'
  | 'in-digest'
  | 'sent'
  | 'shared'
  | 'superseded'
  | 'dropped';

/** A message as it is decided on. */
export interface NewMessage {
  /** Stable key of what it is sent for; nobody is told twice for the same. */
  reason: string;
  /** A user, or a group whose members are meant. */
  recipientRef: string;
  /** On its own, as a line of a digest, or the digest. */
  kind: 'direct' | 'line' | 'digest';
  about: MessageAbout;
  postmortem?: number;
  actionItem?: number;
  details?: MessageDetails;
  state?: MessageState;
  sendAt: Date;
  createdAt: Date;
}

/** What the words of a message need besides the facts. */
export interface MessageDetails {
  /** Who brought it about, and need not be told. */
  actorRef?: string;
  reason?: string;
}

/** A message as stored. */
export interface Message extends NewMessage {
  rowId: number;
  state: MessageState;
  attempts: number;
}

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

/** What a person is told about: a postmortem, or one of its action items. */
export interface MessageSubject {
  postmortem: number;
  actionItem?: number;
}

/**
 * The ledger of messages. Each is written before it is sent, and once for each reason and
 * recipient, so that neither a crash nor a second instance loses or repeats any.
 */
export class DatabaseMessageStore {
  /** Decides on messages; those that were decided on before stay as they are. */
  async add(tx: Knex, messages: NewMessage[]): Promise<void> {
    for (let start = 0; start < messages.length; start += CHUNK) {
      await tx<MessageRow>(TABLE)
        .insert(messages.slice(start, start + CHUNK).map(toRow))
        .onConflict(['reason', 'recipient_ref'])
        .ignore();
    }
  }

  /** The reasons for which somebody was told something about a postmortem. */
  async reasons(tx: Knex, postmortem: number): Promise<Set<string>> {
    const rows = await tx<MessageRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .distinct('reason');
    return new Set(rows.map(row => row.reason));
  }

  /**
   * Takes on messages to send that nobody else is sending, longest waiting first. Whoever does
   * not say by `until` what came of them has lost them to the next.
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

  /** Sends what was taken on; what is not settled then is given back. */
  whileClaimed(
    knex: Knex,
    claim: { by: string; clock: () => Date },
    work: () => Promise<void>,
  ): Promise<void> {
    return whileClaimed(knex, TABLE, claim, work);
  }

  /** Notes what became of a message taken on, and with a digest of its lines. */
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

  /** Gives a message back that could not be sent, to be tried again then. */
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

  /** People with lines that wait for a digest. */
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

  /** The lines of a person that wait for a digest, without those that they snoozed. */
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

  /** The lines that a digest tells. */
  async linesOf(knex: Knex, digest: number): Promise<Message[]> {
    const rows: MessageRow[] = await knex<MessageRow>(TABLE)
      .where({ digest_id: digest, state: 'in-digest' })
      .orderBy(['send_at', 'id']);
    return rows.map(fromRow);
  }

  /**
   * Begins a digest with these lines, and those of earlier digests of the same person that could
   * not be sent yet: after days without notifications there comes one, not one for each day.
   *
   * @returns whether there was none for the same reason yet
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

  /** Lets lines wait longer. */
  async postpone(tx: Knex, lines: Message[], sendAt: Date): Promise<void> {
    await this.#changeLines(tx, lines, { send_at: sendAt });
  }

  /** Takes back lines that are not true any more. */
  async drop(tx: Knex, lines: Message[]): Promise<void> {
    await this.#changeLines(tx, lines, { state: 'dropped' });
  }

  /** Lets waiting lines about something give way to a later one for the same people. */
  async supersede(
    tx: Knex,
    recipientRefs: string[],
    subject: MessageSubject,
  ): Promise<void> {
    await waitingLines(tx, recipientRefs, subject).update({
      state: 'superseded',
    });
  }

  /** Those among people who want to hear nothing of it for now. */
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
   * Silences something for a person: all that waits gives way to one reminder at the end of the
   * silence.
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

  /** What a person wants to hear nothing of for now, and until when. */
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

  /** @returns undefined where the same was decided on before */
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
