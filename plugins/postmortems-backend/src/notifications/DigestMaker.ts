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

import { letOthersIn } from '../letOthersIn';
import {
  addDays,
  atTimeOfDay,
  localDate,
  startOfDay,
} from '../policy/localDays';
import { nextAt } from '../reminders';
import type { ReminderFacts, ReminderRules } from '../reminders';
import type { Message } from '../database/DatabaseMessageStore';
import type { ServiceContext } from '../service/ServiceContext';
import { loadFacts, subjectsOf } from './loadFacts';
import { holds } from './holds';

/** People taken on before the next are looked up. */
const BATCH = 100;

interface Waiting {
  line: Message;
  facts: ReminderFacts;
}

/**
 * Makes digests of the reminders that wait: one for each person and day, however many reminders
 * there are and however many instances make them. A digest takes along everything that waits for
 * the person, so that teams in other time zones cannot keep each other waiting.
 */
export class DigestMaker {
  readonly #ctx: ServiceContext;
  readonly #rules: ReminderRules;

  constructor(options: { ctx: ServiceContext; rules: ReminderRules }) {
    this.#ctx = options.ctx;
    this.#rules = options.rules;
  }

  /** Makes every digest that is due. */
  async makeDue(signal: AbortSignal): Promise<void> {
    const { reminders, messages, knex, clock } = this.#ctx;
    const now = clock();
    for (;;) {
      // What is still to be decided on belongs into the same digest.
      if ((await reminders.due(knex, now, 1)).length > 0) return;
      const recipients = await messages.awaitingDigest(knex, now, BATCH);
      for (const recipientRef of recipients) {
        if (signal.aborted) return;
        await this.#make(recipientRef, now);
        await letOthersIn();
      }
      if (recipients.length < BATCH) return;
    }
  }

  async #make(recipientRef: string, now: Date): Promise<void> {
    const { messages, knex } = this.#ctx;
    const waiting: Waiting[] = [];
    const untrue: Message[] = [];
    const lines = await messages.linesFor(knex, recipientRef, now);
    const all = await loadFacts(this.#ctx, knex, subjectsOf(lines));
    for (const line of lines) {
      const facts = line.postmortem && all.get(line.postmortem);
      if (facts && holds(line, facts, this.#rules, now)) {
        waiting.push({ line, facts });
      } else untrue.push(line);
    }
    const opening = waiting.find(
      ({ line, facts }) => line.sendAt <= now && this.#isOpen(facts, now),
    );
    const day = opening && localDay(opening.facts, now);

    await knex.transaction(async tx => {
      await messages.drop(tx, untrue);
      const made =
        day !== undefined &&
        (await messages.addDigest(
          tx,
          {
            reason: `digest:${day}`,
            recipientRef,
            kind: 'digest',
            about: 'digest',
            sendAt: now,
            createdAt: now,
          },
          waiting.map(({ line }) => line),
        ));
      if (made) return;
      for (const { line, facts } of waiting) {
        const after =
          day === undefined ? now : startOfDay(addDays(day, 1), zoneOf(facts));
        await messages.postpone(tx, [line], this.#next(facts, after));
      }
    });
  }

  /** Whether digests are sent now, where the team of a postmortem works. */
  #isOpen(facts: ReminderFacts, now: Date): boolean {
    const today = localDay(facts, now);
    const begins = atTimeOfDay(today, this.#rules.digestAt, zoneOf(facts));
    return facts.calendar.worksOn(today) && now >= begins;
  }

  #next({ calendar }: ReminderFacts, after: Date): Date {
    return nextAt(this.#rules.digestAt, after, calendar);
  }
}

function zoneOf({ calendar }: ReminderFacts): string {
  return calendar.timeZone;
}

function localDay(facts: ReminderFacts, now: Date): string {
  return localDate(now, zoneOf(facts));
}
