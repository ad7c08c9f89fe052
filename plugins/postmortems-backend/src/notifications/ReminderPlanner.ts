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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { People } from '../catalog/People';
import { letOthersIn } from '../letOthersIn';
import { addresseesOf, outlook } from '../reminders';
import type { Addressees, Occasion, ReminderRules } from '../reminders';
import { idOf } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import { loadFactsForChange } from './loadFacts';

/** Postmortems taken on before the next are looked up. */
const BATCH = 50;
/** One that cannot be looked at must not keep the others from being told. */
const SET_ASIDE_MS = 3_600_000;
/** Stands for the recipient where a team has no people, so that the reason is not looked at again. */
const NOBODY = 'none';

/**
 * Decides which reminders are due and writes them into the ledger, each postmortem in one
 * transaction that holds it: the reminders, and when to look again, or neither.
 */
export class ReminderPlanner {
  readonly #ctx: ServiceContext;
  readonly #rules: ReminderRules;
  readonly #logger: LoggerService;

  constructor(options: {
    ctx: ServiceContext;
    rules: ReminderRules;
    logger: LoggerService;
  }) {
    this.#ctx = options.ctx;
    this.#rules = options.rules;
    this.#logger = options.logger;
  }

  /** Looks at every postmortem that is to be looked at by now. */
  async planDue(people: People, signal: AbortSignal): Promise<void> {
    const { reminders, knex, clock } = this.#ctx;
    for (;;) {
      const numbers = await reminders.due(knex, clock(), BATCH);
      for (const number of numbers) {
        if (signal.aborted) return;
        await this.#planPatiently(number, people);
        await letOthersIn();
      }
      if (numbers.length < BATCH) return;
    }
  }

  async #planPatiently(number: number, people: People): Promise<void> {
    const { reminders, knex, clock } = this.#ctx;
    try {
      await this.#plan(number, people);
    } catch (error) {
      // While the catalog is away nobody can be addressed, so everything waits for it.
      if ((error as Error).name === 'ServiceUnavailableError') throw error;
      this.#logger.warn(
        `Reminders of ${idOf(
          number,
        )} are set aside for an hour: ${stringifyError(error)}`,
      );
      const later = new Date(clock().getTime() + SET_ASIDE_MS);
      await reminders.lookAt(knex, number, later);
    }
  }

  async #plan(number: number, people: People): Promise<void> {
    const { knex } = this.#ctx;
    const recipients = new Map<string, string[]>();
    for (;;) {
      const unknown = await knex.transaction(tx =>
        this.#planWith(tx, number, recipients),
      );
      if (unknown.length === 0) return;
      // The catalog is asked outside the transaction, which would hold the postmortem meanwhile.
      for (const addressees of unknown) {
        recipients.set(keyOf(addressees), await people.addressed(addressees));
      }
    }
  }

  /**
   * @param recipients - who is behind addressees, by their key
   * @returns the addressees of whom that is not known; with any, nothing was done
   */
  async #planWith(
    tx: Knex,
    number: number,
    recipients: ReadonlyMap<string, string[]>,
  ): Promise<Addressees[]> {
    const ctx = this.#ctx;
    const now = ctx.clock();
    const facts = await loadFactsForChange(ctx, tx, number);
    if (!facts || !(await ctx.reminders.isDue(tx, number, now))) return [];
    const told = await ctx.messages.reasons(tx, number);
    const { due, lookAt } = outlook(facts, this.#rules, told, now);

    const planned = due.map(occasion => {
      const addressees = addresseesOf(occasion, facts);
      return { occasion, addressees, refs: recipients.get(keyOf(addressees)) };
    });
    const unknown = planned.filter(({ refs }) => refs === undefined);
    if (unknown.length > 0) return unknown.map(each => each.addressees);

    for (const { occasion, refs = [] } of planned) {
      await this.#tell(tx, number, occasion, refs, now);
    }
    if (lookAt) await ctx.reminders.lookAt(tx, number, lookAt);
    else await ctx.reminders.forget(tx, number);
    return [];
  }

  async #tell(
    tx: Knex,
    postmortem: number,
    occasion: Occasion,
    recipientRefs: string[],
    now: Date,
  ): Promise<void> {
    const { messages } = this.#ctx;
    const { reason, about, actionItem, at, inDigest } = occasion;
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

/** Alike for the same addressees. */
function keyOf(addressees: Addressees): string {
  return JSON.stringify(addressees);
}
