import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  SignalPayload,
  SignalsService,
} from '@backstage/plugin-signals-node';
import {
  POSTMORTEMS_CHANNEL,
  POSTMORTEMS_TOPIC,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemSignal } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import type { ClaimedEvent, OutboxStore } from './OutboxStore';
import { WorkOnDemand } from '../WorkOnDemand';

/** Events per batch. */
const BATCH = 100;

export interface EventPublisherOptions {
  knex: Knex;
  outbox: OutboxStore;
  /** Determines who gets a signal, by postmortem id. */
  recipientsOf: (
    claimed: ClaimedEvent[],
  ) => Promise<Map<string, SignalPayload['recipients']>>;
  events: EventsService;
  signals: SignalsService;
  clock: () => Date;
  logger: LoggerService;
}

/**
 * Publishes changes from the outbox, where they are stored with each commit: events for other
 * backend plugins, and signals for open screens. Delivery is at least once: after a crash, an event
 * may be sent again with the same id.
 */
export class EventPublisher {
  readonly #options: EventPublisherOptions;
  readonly #work = new WorkOnDemand(signal => this.#publishAll(signal));

  constructor(options: EventPublisherOptions) {
    this.#options = options;
  }

  /** Starts publishing unless it is already running. Never throws. */
  nudge(): void {
    this.#work.ask();
  }

  /**
   * Publishes all pending events that no other instance has claimed. `tasks.ts` calls it regularly,
   * to pick up events whose claim has expired.
   */
  publishPending(): Promise<void> {
    return this.#work.askAndWait();
  }

  /** Finishes the current batch and starts no more. */
  stop(): Promise<void> {
    return this.#work.stop();
  }

  async #publishAll(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted && (await this.#publishBatch()) === BATCH);
    } catch (error) {
      this.#options.logger.warn('Publishing events failed, will retry', {
        cause: String(error),
      });
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
    await this.#signal(claimed);
    return claimed.length;
  }

  /** Sends one signal per postmortem, however many changes it had. */
  async #signal(claimed: ClaimedEvent[]): Promise<void> {
    const { recipientsOf, signals } = this.#options;
    const recipients = await recipientsOf(claimed);
    const sent = new Set<string>();
    for (const { event } of claimed) {
      const { postmortemId, actionItemId } = event;
      const type = actionItemId ? 'action-item' : 'postmortem';
      const key = `${type} ${postmortemId}`;
      const to = recipients.get(postmortemId);
      if (!to || sent.has(key)) continue;
      sent.add(key);
      await signals.publish({
        recipients: to,
        channel: POSTMORTEMS_CHANNEL,
        message: { type, postmortemId } satisfies PostmortemSignal,
      });
    }
  }
}
