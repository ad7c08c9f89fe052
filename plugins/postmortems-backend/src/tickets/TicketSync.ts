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

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringifyError } from '@backstage/errors';
import type { TicketTracker } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { afterCommit } from '../database/afterCommit';
import type { ActionItemRecord } from '../database/DatabaseActionItemStore';
import type { TicketRef } from '../database/DatabaseTicketStore';
import { WorkOnDemand } from '../WorkOnDemand';
import { askTracker } from './askTracker';
import type { AskOptions } from './askTracker';
import { concludeAttempt } from './concludeAttempt';
import { ticketAfterItem } from './inStep';
import type { TicketsConfig } from './readTicketsConfig';

/** How long an attempt may take, all its calls together, before it is taken for given up. */
const CLAIM_MS = 120_000;
/** How long a person who asked for it waits for an attempt. */
const PATIENCE_MS = 5_000;
/** Tickets looked up at once. */
const BATCH = 20;

/** What the synchronisation works with. */
export interface TicketSyncOptions extends AskOptions {
  trackers: TicketTracker[];
  config: TicketsConfig;
  /** From 0 up to 1. */
  random: () => number;
}

/**
 * Keeps action items and their tickets in step. What is to be done is in the database, each
 * attempt claims its ticket there first, and what came of it is written in one transaction: so
 * any number of instances can work at once, and one that dies leaves nothing undone and makes
 * nothing twice.
 */
export class TicketSync {
  readonly trackers: ReadonlyMap<string, TicketTracker>;
  readonly config: TicketsConfig;
  readonly #options: TicketSyncOptions;
  readonly #work = new WorkOnDemand(signal => this.#workThrough(signal));

  constructor(options: TicketSyncOptions) {
    this.#options = options;
    this.trackers = new Map(
      options.trackers.map(tracker => [tracker.id, tracker]),
    );
    this.config = options.config;
  }

  /** Begins to do what is due, unless that is being done already. Never throws. */
  nudge(): void {
    this.#work.ask();
  }

  /** Does everything that is due and not being done by another instance. */
  syncDue(): Promise<void> {
    return this.#work.askAndWait();
  }

  /** Attempts one ticket while somebody waits for it, though not for long. */
  async syncNow(ref: TicketRef): Promise<void> {
    const attempt = this.#attempt(ref)
      .catch(error => this.#report(error))
      // It may have changed again meanwhile.
      .then(() => this.nudge());
    await Promise.race([
      attempt,
      sleep(PATIENCE_MS, undefined, { ref: false }),
    ]);
  }

  /** Looks again at the tickets that a tracker says have changed. */
  async wake(tracker: string, keys: string[]): Promise<void> {
    const { ctx } = this.#options;
    await ctx.tickets.wake(ctx.knex, tracker, keys, ctx.clock());
    this.nudge();
  }

  /**
   * Lets the ticket of an action item follow a change of it, in the caller's transaction.
   *
   * @returns the action item with its ticket as it is then
   */
  async itemChanged(
    tx: Knex,
    before: ActionItemRecord,
    after: ActionItemRecord,
  ): Promise<ActionItemRecord> {
    if (!this.config.closeTicket || !after.ticket) return after;
    const { ctx } = this.#options;
    const ticket = ticketAfterItem(
      after.ticket,
      before.status,
      after.status,
      ctx.clock(),
    );
    if (!ticket) return after;
    await ctx.tickets.put(tx, ticket);
    afterCommit(tx, () => this.nudge());
    return { ...after, ticket };
  }

  /** Finishes what was begun and begins nothing more. */
  stop(): Promise<void> {
    return this.#work.stop();
  }

  async #workThrough(signal: AbortSignal): Promise<void> {
    try {
      while (await this.#workThroughBatch(signal));
    } catch (error) {
      this.#report(error);
    }
  }

  /** @returns whether there may be more */
  async #workThroughBatch(signal: AbortSignal): Promise<boolean> {
    const { ctx } = this.#options;
    const refs = await ctx.tickets.due(ctx.knex, ctx.clock(), BATCH);
    let attempted = 0;
    for (const ref of refs) {
      if (signal.aborted) return false;
      if (await this.#attempt(ref)) attempted++;
    }
    return attempted > 0;
  }

  /** @returns whether it was due and free */
  async #attempt(ref: TicketRef): Promise<boolean> {
    const { ctx, random } = this.#options;
    const by = randomUUID();
    const now = ctx.clock();
    const until = new Date(now.getTime() + CLAIM_MS);
    const ticket = await ctx.tickets.claim(ctx.knex, ref, { by, now, until });
    if (!ticket) return false;
    const outcome = await askTracker(
      this.#options,
      this.trackers.get(ticket.tracker),
      ticket,
    );
    await concludeAttempt(
      ctx,
      this.config,
      { by, ticket, until },
      outcome,
      random(),
    );
    return true;
  }

  #report(error: unknown): void {
    this.#options.logger.warn(
      `Tickets could not be kept in step; it will be tried again: ${stringifyError(
        error,
      )}`,
    );
  }
}
