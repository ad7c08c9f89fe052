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
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { People } from '../catalog/People';
import { LONGEST_RETRY_MS } from '../database/claims';
import type { Message } from '../database/DatabaseMessageStore';
import type { ReminderRules } from '../reminders';
import type { ServiceContext } from '../service/ServiceContext';
import { holds } from './holds';
import { loadFacts, subjectsOf } from './loadFacts';
import { digest, direct, namedIn } from './words';
import type { Told } from './words';

/** Messages taken on before the next. */
const BATCH = 20;
/** The first pause after a failure, doubled with each further one. */
const FIRST_PAUSE_MS = 30_000;

/**
 * Sends what the ledger says is to be sent. Each message has a stable scope, so that one sent
 * again after a crash updates the notification that is there instead of adding another.
 */
export class MessageSender {
  readonly #ctx: ServiceContext;
  readonly #rules: ReminderRules;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(options: {
    ctx: ServiceContext;
    rules: ReminderRules;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#ctx = options.ctx;
    this.#rules = options.rules;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /** Sends everything due that nobody else is sending. */
  async sendDue(people: People, signal: AbortSignal): Promise<void> {
    const { messages, knex, clock } = this.#ctx;
    const by = randomUUID();
    while (!signal.aborted) {
      const claim = { by, now: clock(), limit: BATCH };
      const claimed = await messages.claim(knex, claim);
      if (claimed.length === 0) return;
      await messages.whileClaimed(knex, { by, clock }, async () => {
        for (const message of claimed) {
          if (signal.aborted) break;
          await this.#deliver(message, by, people);
        }
      });
    }
  }

  async #deliver(message: Message, by: string, people: People): Promise<void> {
    const { messages, knex, clock } = this.#ctx;
    let state: 'sent' | 'shared' | 'dropped';
    try {
      if (message.recipientRef.startsWith('group:')) {
        await this.#share(message, people);
        state = 'shared';
      } else {
        state = await this.#send(message, people);
      }
    } catch (error) {
      const pause = Math.min(
        FIRST_PAUSE_MS * 2 ** message.attempts,
        LONGEST_RETRY_MS,
      );
      this.#logger.warn(
        `A message could not be sent and will be tried again in ${
          pause / 1_000
        } seconds: ${stringifyError(error)}`,
      );
      const again = new Date(clock().getTime() + pause);
      await messages.retry(knex, message, by, again);
      return;
    }
    await messages.settle(knex, message, by, { state, at: clock() });
  }

  /** Decides on the same message for each member of the team that it is for. */
  async #share(message: Message, people: People): Promise<void> {
    const { messages, knex, clock } = this.#ctx;
    const {
      recipientRef,
      rowId: _,
      attempts: __,
      state: ___,
      ...same
    } = message;
    const members = await people.addressed({
      users: [],
      teams: [recipientRef],
      above: false,
    });
    const createdAt = clock();
    await messages.add(
      knex,
      members
        .filter(member => member !== message.details?.actorRef)
        .map(member => ({ ...same, recipientRef: member, createdAt })),
    );
  }

  async #send(message: Message, people: People): Promise<'sent' | 'dropped'> {
    const payload = await this.#compose(message, people);
    if (!payload) return 'dropped';
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef: message.recipientRef },
      payload,
    });
    return 'sent';
  }

  /** @returns undefined where nothing of it is true any more */
  async #compose(
    message: Message,
    people: People,
  ): Promise<NotificationPayload | undefined> {
    const ctx = this.#ctx;
    const now = ctx.clock();
    if (message.kind === 'digest') {
      const lines = await this.#whatHolds(
        await ctx.messages.linesOf(ctx.knex, message.rowId),
        now,
      );
      return lines.length > 0
        ? digest(message, latestOfEach(lines), now)
        : undefined;
    }
    const [told] = await this.#whatHolds([message], now);
    return told && direct(told, await people.names(namedIn(told)), now);
  }

  async #whatHolds(messages: Message[], now: Date): Promise<Told[]> {
    const ctx = this.#ctx;
    const all = await loadFacts(ctx, ctx.knex, subjectsOf(messages));
    return messages.flatMap(message => {
      const facts = message.postmortem && all.get(message.postmortem);
      return facts && holds(message, facts, this.#rules, now)
        ? { message, facts }
        : [];
    });
  }
}

/** Of several lines about the same, the latest; they come in the order of their times. */
function latestOfEach(lines: Told[]): Told[] {
  const latest = new Map(
    lines.map(line => [
      `${line.message.postmortem}/${line.message.actionItem}`,
      line,
    ]),
  );
  return [...latest.values()];
}
