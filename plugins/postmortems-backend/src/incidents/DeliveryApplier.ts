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

import { isError, stringifyError } from '@backstage/errors';
import type {
  IncidentChange,
  IncidentSource,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import { LONGEST_RETRY_MS } from '../database/claims';
import type {
  ClaimedDelivery,
  DeliveryEnd,
} from '../database/DatabaseDeliveryStore';
import type { ServiceContext } from '../service/ServiceContext';
import { foldChanges } from './fold';
import { deliveryId } from './deliveryKey';
import { takeChanges, withoutNul } from './takeChanges';

/** How long reading a delivery may take, in milliseconds. */
const PARSE_MS = 30_000;
/** After so many attempts a person has to look. */
const MAX_ATTEMPTS = 12;
const FIRST_RETRY_MS = 10_000;
/** The most that is kept of an error. */
const MAX_ERROR = 2_000;

/** What the body of a backfill says. */
export const backfillSchema = z.object({ since: z.string() });

/** How long to wait after so many attempts that failed. */
export function retryAfter(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
}

/** Applies deliveries: reads them, and adds the changes that they tell to their incidents. */
export class DeliveryApplier {
  readonly #options: {
    ctx: ServiceContext;
    sources: ReadonlyMap<string, IncidentSource>;
  };

  constructor(options: {
    ctx: ServiceContext;
    sources: ReadonlyMap<string, IncidentSource>;
  }) {
    this.#options = options;
  }

  /**
   * Applies a delivery, and writes how that ended. In one transaction with the changes, so that
   * it is applied wholly or not at all.
   *
   * @param stopping - aborts when the backend stops; what was begun is then begun anew later
   * @throws only what the database throws
   */
  async apply(delivery: ClaimedDelivery, stopping: AbortSignal): Promise<void> {
    const { ctx } = this.#options;
    const attempts = delivery.attempts + 1;
    try {
      if (delivery.kind === 'backfill') {
        await this.#backfill(delivery, attempts, stopping);
      } else {
        await this.#applyOne(delivery, attempts, stopping);
      }
    } catch (error) {
      if (stopping.aborted) return;
      await ctx.deliveries.conclude(
        ctx.knex,
        delivery,
        this.#failed(error, attempts),
      );
    }
  }

  async #applyOne(
    delivery: ClaimedDelivery,
    attempts: number,
    stopping: AbortSignal,
  ): Promise<void> {
    const { ctx, sources } = this.#options;
    const source = sources.get(delivery.source)!;
    const receivedAt = new Date(delivery.receivedAt);
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(PARSE_MS)]);
    const { type, changes } = await Promise.race([
      source.parse(
        { id: deliveryId(delivery.key), body: delivery.body, receivedAt },
        { signal, latestOf: group => this.#latestOf(source.id, group) },
      ),
      // A source that does not listen to the signal must not hold up the others.
      rejectionBy(signal),
    ]);
    await this.#store(delivery, changes, receivedAt, {
      status: changes.length > 0 ? 'applied' : 'ignored',
      type: withoutNul(type),
      attempts,
      finishedAt: ctx.clock().toISOString(),
    });
  }

  /** Asks for past incidents page by page; each page is stored as it comes. */
  async #backfill(
    delivery: ClaimedDelivery,
    attempts: number,
    stopping: AbortSignal,
  ): Promise<void> {
    const { ctx, sources } = this.#options;
    const source = sources.get(delivery.source)!;
    const { since } = backfillSchema.parse(JSON.parse(String(delivery.body)));
    const pages =
      source.backfill?.({ since: new Date(since), signal: stopping }) ?? [];
    for await (const page of pages) {
      stopping.throwIfAborted();
      await this.#store(delivery, page, ctx.clock());
    }
    await ctx.deliveries.conclude(ctx.knex, delivery, {
      status: 'applied',
      attempts,
      finishedAt: ctx.clock().toISOString(),
    });
  }

  async #store(
    delivery: ClaimedDelivery,
    changes: IncidentChange[],
    receivedAt: Date,
    end?: DeliveryEnd,
  ): Promise<void> {
    const { ctx } = this.#options;
    const { source } = delivery;
    const byIncident = takeChanges(changes, receivedAt);
    await ctx.knex.transaction(async tx => {
      for (const [key, ofIncident] of byIncident) {
        const name = { source, key };
        await ctx.incidents.addChanges(tx, name, ofIncident, ctx.clock());
      }
      if (end) await ctx.deliveries.conclude(tx, delivery, end);
    });
  }

  async #latestOf(source: string, group: string) {
    const { ctx } = this.#options;
    const latest = await ctx.incidents.latestOf(ctx.knex, source, group);
    if (!latest) return undefined;
    const changes = await ctx.incidents.changesOf(ctx.knex, latest.rowId);
    const { resolvedAt } = foldChanges(changes);
    return { incident: latest.key, resolvedAt };
  }

  #failed(error: unknown, attempts: number): DeliveryEnd {
    const now = this.#options.ctx.clock();
    const unreadable = isError(error) && error.name === 'InputError';
    const reason = unreadable ? error.message : stringifyError(error);
    const end = { attempts, error: withoutNul(reason).slice(0, MAX_ERROR) };
    return unreadable || attempts >= MAX_ATTEMPTS
      ? { ...end, status: 'parked', finishedAt: now.toISOString() }
      : {
          ...end,
          status: 'pending',
          nextAttemptAt: new Date(
            now.getTime() + retryAfter(attempts),
          ).toISOString(),
        };
  }
}

function rejectionBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}
