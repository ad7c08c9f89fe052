import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringifyError } from '@backstage/errors';
import type { TicketTracker } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { afterCommit } from '../kernel/db/afterCommit';
import type { ActionItemRecord, TicketRef } from '../actionItem/ports';
import { WorkOnDemand } from '../kernel/WorkOnDemand';
import { askTracker } from './askTracker';
import type { AskOptions } from './askTracker';
import { concludeAttempt } from './concludeAttempt';
import { ticketAfterItem } from './statusRules';
import type { TicketsConfig } from './readTicketsConfig';

/** Timeout for an attempt, including all its calls, in milliseconds. */
const CLAIM_MS = 120_000;
/** How long a request waits for an attempt to finish, in milliseconds. */
const PATIENCE_MS = 5_000;
/** Tickets per batch. */
const BATCH = 20;

export interface TicketSyncOptions extends AskOptions {
  trackers: TicketTracker[];
  config: TicketsConfig;
  /** Returns a number from 0 to 1 (exclusive). */
  random: () => number;
}

/**
 * Syncs action items and tickets. The queue is in the database. Each attempt claims its ticket, and
 * its result is stored in one transaction. Therefore any number of instances can run, and a crash
 * neither loses nor repeats anything.
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

  /** Starts syncing unless it is already running. Never throws. */
  nudge(): void {
    this.#work.ask();
  }

  /** Syncs everything due that no other instance has claimed. */
  syncDue(): Promise<void> {
    return this.#work.askAndWait();
  }

  /** Syncs one ticket while a request waits, up to a timeout. */
  async syncNow(ref: TicketRef): Promise<void> {
    const attempt = this.#attempt(ref)
      .catch(error => this.#report(error))
      // The action item may have changed again in the meantime.
      .then(() => this.nudge());
    await Promise.race([
      attempt,
      sleep(PATIENCE_MS, undefined, { ref: false }),
    ]);
  }

  /** Queues tickets that a tracker reports as changed. */
  async wake(tracker: string, keys: string[]): Promise<void> {
    const { ctx } = this.#options;
    await ctx.tickets.wake(ctx.knex, tracker, keys, ctx.clock());
    this.nudge();
  }

  /**
   * Updates the ticket after its action item changed, in the caller's transaction.
   *
   * @returns the action item with its updated ticket
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

  /** Finishes the current batch and starts no more. */
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

  /** @returns whether more tickets may be due */
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

  /** @returns whether the ticket was due and unclaimed */
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
      `Syncing tickets failed, will retry: ${stringifyError(error)}`,
    );
  }
}
