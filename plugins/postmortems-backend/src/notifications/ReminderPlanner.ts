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
import { addresseesOf, outlook } from '../reminders';
import type { Occasion, ReminderFacts, ReminderRules } from '../reminders';
import { idOf } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import { loadFacts, loadFactsForChange } from './loadFacts';

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
    const ctx = this.#ctx;
    const now = ctx.clock();
    // The catalog is asked outside the transaction, which would hold the postmortem meanwhile.
    const seen = (await loadFacts(ctx, ctx.knex, [number])).get(number);
    const recipients = new Map<string, string[]>();
    if (seen) {
      const told = await ctx.messages.reasons(ctx.knex, number);
      for (const occasion of outlook(seen, this.#rules, told, now).due) {
        const key = addressKey(occasion, seen);
        recipients.set(
          key,
          await people.addressed(addresseesOf(occasion, seen)),
        );
      }
    }

    await ctx.knex.transaction(async tx => {
      const facts = await loadFactsForChange(ctx, tx, number);
      if (!facts || !(await ctx.reminders.isDue(tx, number, now))) return;
      const told = await ctx.messages.reasons(tx, number);
      const { due, lookAt } = outlook(facts, this.#rules, told, now);
      // Changed in between: the next round sees it as it is now.
      if (due.some(occasion => !recipients.has(addressKey(occasion, facts)))) {
        return;
      }
      for (const occasion of due) {
        const refs = recipients.get(addressKey(occasion, facts)) ?? [];
        await this.#tell(tx, number, occasion, refs, now);
      }
      if (lookAt) await ctx.reminders.lookAt(tx, number, lookAt);
      else await ctx.reminders.forget(tx, number);
    });
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
    for (const recipientRef of recipientRefs) {
      const subject = { postmortem, actionItem };
      const snoozed =
        inDigest && (await messages.isSnoozed(tx, recipientRef, subject, now));
      if (inDigest && !snoozed) {
        await messages.supersede(tx, recipientRef, subject);
      }
      await messages.add(tx, [
        {
          ...message,
          recipientRef,
          state: snoozed ? 'superseded' : 'waiting',
        },
      ]);
    }
    if (recipientRefs.length === 0) {
      await messages.add(tx, [
        { ...message, recipientRef: NOBODY, state: 'dropped' },
      ]);
    }
  }
}

/** Alike for the same occasion with the same people to address. */
function addressKey(occasion: Occasion, facts: ReminderFacts): string {
  return JSON.stringify([occasion.reason, addresseesOf(occasion, facts)]);
}
