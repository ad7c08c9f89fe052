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
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  POSTMORTEMS_CHANNEL,
  POSTMORTEMS_TOPIC,
} from 'backstage-plugin-postmortems-common';
import type {
  PostmortemEvent,
  PostmortemSignal,
} from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import type { DatabaseOutboxStore } from '../database/DatabaseOutboxStore';
import type { DatabasePostmortemStore } from '../database/DatabasePostmortemStore';
import { WorkOnDemand } from '../WorkOnDemand';
import { recipientsOf } from './recipients';

/** Events told before the next are taken on. */
const BATCH = 100;

/** What the publisher works with. */
export interface EventPublisherOptions {
  knex: Knex;
  outbox: DatabaseOutboxStore;
  postmortems: Pick<DatabasePostmortemStore, 'getMany'>;
  events: EventsService;
  signals: SignalsService;
  clock: () => Date;
  logger: LoggerService;
}

/**
 * Tells the portal what changed, from the outbox that each change was committed with: events for
 * other backend plugins, signals for open screens. What a crash left untold stays in the outbox,
 * for this instance or another to tell later; what was told but not yet forgotten is then told
 * again, with the same id.
 */
export class EventPublisher {
  readonly #options: EventPublisherOptions;
  readonly #work = new WorkOnDemand(signal => this.#publishAll(signal));

  constructor(options: EventPublisherOptions) {
    this.#options = options;
  }

  /** Begins to tell what is pending, unless it is being told already. Never throws. */
  nudge(): void {
    this.#work.ask();
  }

  /** Tells everything pending that no other instance is telling. */
  publishPending(): Promise<void> {
    return this.#work.askAndWait();
  }

  /** Finishes what was begun and begins nothing more. */
  stop(): Promise<void> {
    return this.#work.stop();
  }

  async #publishAll(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted && (await this.#publishBatch()) === BATCH);
    } catch (error) {
      this.#options.logger.warn(
        'Changes could not be told; they will be tried again',
        { cause: String(error) },
      );
    }
  }

  async #publishBatch(): Promise<number> {
    const { knex, outbox, events } = this.#options;
    const claimed = await outbox.claim(knex, {
      now: this.#options.clock(),
      limit: BATCH,
    });
    for (const { event } of claimed) {
      await events.publish({ topic: POSTMORTEMS_TOPIC, eventPayload: event });
    }
    await outbox.remove(knex, claimed);
    await this.#signal(claimed.map(({ event }) => event));
    return claimed.length;
  }

  /** One signal for each postmortem, however much of it changed. */
  async #signal(events: PostmortemEvent[]): Promise<void> {
    const { knex, postmortems, signals } = this.#options;
    const recipients = await recipientsOf(events, numbers =>
      postmortems.getMany(knex, numbers),
    );
    const sent = new Set<string>();
    for (const { postmortemId, actionItemId } of events) {
      const type = actionItemId ? 'action-item' : 'postmortem';
      const key = `${type} ${postmortemId}`;
      const to = recipients.get(postmortemId);
      if (!to || sent.has(key)) continue;
      sent.add(key);
      const message: PostmortemSignal = { type, postmortemId };
      await signals.publish({
        recipients: to,
        channel: POSTMORTEMS_CHANNEL,
        message,
      });
    }
  }
}
