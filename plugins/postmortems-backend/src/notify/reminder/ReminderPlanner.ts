import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { TeamMembers } from '../TeamMembers';
import { yieldToEventLoop } from '../../kernel/yieldToEventLoop';
import { recipientsOf } from './recipients';
import { reminderSchedule } from './reminderSchedule';
import type { Recipients } from './recipients';
import type { ReminderTrigger } from './ReminderTrigger';
import type { ReminderRules } from './reminderRules';
import { idOf } from '../../kernel/ids';
import type { NotifyContext } from '../context';
import { noteExpiredWaiver } from '../../compliance/ports';
import { loadFactsForChange } from '../messageFacts';

/** Postmortems per batch. */
const BATCH = 50;
/**
 * How long to skip a postmortem after an error, so that it doesn't block the others, in
 * milliseconds.
 */
const SET_ASIDE_MS = 3_600_000;
/** Recorded as the recipient if there are none, so the reminder isn't planned again. */
const NOBODY = 'none';

/**
 * Writes due reminders to the ledger. Each postmortem is handled in one transaction with a row
 * lock, which stores its reminders and the time of its next check.
 */
export class ReminderPlanner {
  readonly #ctx: NotifyContext;
  readonly #rules: ReminderRules;
  readonly #logger: LoggerService;

  constructor(options: {
    ctx: NotifyContext;
    rules: ReminderRules;
    logger: LoggerService;
  }) {
    this.#ctx = options.ctx;
    this.#rules = options.rules;
    this.#logger = options.logger;
  }

  /** Checks all due postmortems. */
  async planDue(teamMembers: TeamMembers, signal: AbortSignal): Promise<void> {
    const { reminders, knex, clock } = this.#ctx;
    for (;;) {
      const numbers = await reminders.due(knex, clock(), BATCH);
      for (const number of numbers) {
        if (signal.aborted) return;
        await this.#planPatiently(number, teamMembers);
        await yieldToEventLoop();
      }
      if (numbers.length < BATCH) return;
    }
  }

  async #planPatiently(
    number: number,
    teamMembers: TeamMembers,
  ): Promise<void> {
    const { reminders, knex, clock } = this.#ctx;
    try {
      await this.#plan(number, teamMembers);
    } catch (error) {
      // Recipients can't be resolved without the catalog, so wait until it is available.
      if ((error as Error).name === 'ServiceUnavailableError') throw error;
      this.#logger.warn(
        `Planning reminders for ${idOf(
          number,
        )} failed, will retry in an hour: ${stringifyError(error)}`,
      );
      const later = new Date(clock().getTime() + SET_ASIDE_MS);
      await reminders.lookAt(knex, number, later);
    }
  }

  async #plan(number: number, teamMembers: TeamMembers): Promise<void> {
    const { knex } = this.#ctx;
    const recipients = new Map<string, string[]>();
    for (;;) {
      const unknown = await knex.transaction(tx =>
        this.#planWith(tx, number, recipients),
      );
      if (unknown.length === 0) return;
      // Resolve recipients outside the transaction, so that it doesn't hold the row lock during the
      // catalog request.
      for (const addressees of unknown) {
        recipients.set(
          keyOf(addressees),
          await teamMembers.addressed(addressees),
        );
      }
    }
  }

  /**
   * @param recipients - resolved users, by recipient key
   * @returns recipients that aren't resolved yet; if there are any, nothing was written
   */
  async #planWith(
    tx: Knex,
    number: number,
    recipients: ReadonlyMap<string, string[]>,
  ): Promise<Recipients[]> {
    const ctx = this.#ctx;
    const now = ctx.clock();
    const facts = await loadFactsForChange(ctx, tx, number);
    if (!facts || !(await ctx.reminders.isDue(tx, number, now))) return [];
    await noteExpiredWaiver(ctx, tx, facts.postmortem, now);
    const told = await ctx.messages.reasons(tx, number);
    const { due, lookAt } = reminderSchedule(facts, this.#rules, told, now);

    const planned = due.map(trigger => {
      const addressees = recipientsOf(trigger, facts);
      return { trigger, addressees, refs: recipients.get(keyOf(addressees)) };
    });
    const unknown = planned.filter(({ refs }) => refs === undefined);
    if (unknown.length > 0) return unknown.map(each => each.addressees);

    for (const { trigger, refs = [] } of planned) {
      await this.#tell(tx, number, trigger, refs, now);
    }
    if (lookAt) await ctx.reminders.lookAt(tx, number, lookAt);
    else await ctx.reminders.forget(tx, number);
    return [];
  }

  async #tell(
    tx: Knex,
    postmortem: number,
    trigger: ReminderTrigger,
    recipientRefs: string[],
    now: Date,
  ): Promise<void> {
    const { messages } = this.#ctx;
    const { reason, about, actionItem, at, inDigest } = trigger;
    const message = {
      reason,
      about,
      postmortem,
      actionItem,
      kind: inDigest ? ('line' as const) : ('direct' as const),
      sendAt: at,
      createdAt: now,
    };
    if (recipientRefs.length === 0) {
      await messages.add(tx, [
        { ...message, recipientRef: NOBODY, state: 'dropped' },
      ]);
      return;
    }
    const subject = { postmortem, actionItem };
    const snoozed = inDigest
      ? await messages.snoozedBy(tx, recipientRefs, subject, now)
      : [];
    const awake = recipientRefs.filter(ref => !snoozed.includes(ref));
    if (inDigest) await messages.supersede(tx, awake, subject);
    await messages.add(tx, [
      ...awake.map(recipientRef => ({ ...message, recipientRef })),
      ...snoozed.map(recipientRef => ({
        ...message,
        recipientRef,
        state: 'superseded' as const,
      })),
    ]);
  }
}

/** A key that is the same for equal recipients. */
function keyOf(addressees: Recipients): string {
  return JSON.stringify(addressees);
}
