import { isError, stringifyError } from '@backstage/errors';
import { truncateText } from 'backstage-plugin-postmortems-common';
import type {
  IncidentChange,
  IncidentSource,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import { LONGEST_RETRY_MS } from '../../kernel/db/claims';
import type { ClaimedDelivery, DeliveryEnd } from './DeliveryStore';
import type { IncidentContext } from '../context';
import { rulesOf } from '../mapping/rulesOf';
import { mapSeverity } from '../mapping/SourceRules';
import type { IncidentsConfig } from '../readIncidentsConfig';
import { incidentsOfGroup } from './incidentsOfGroup';
import { deliveryId } from './deliveryKey';
import { takeChanges, withoutNul } from './takeChanges';

/** Timeout for parsing a delivery, in milliseconds. */
const PARSE_MS = 30_000;
/** After this many attempts, a person must fix the delivery. */
const MAX_ATTEMPTS = 12;
const FIRST_RETRY_MS = 10_000;
/** Maximum stored length of an error. */
const MAX_ERROR = 2_000;

/** The body of a backfill delivery. */
export const backfillSchema = z.object({ since: z.string() });

/** Delay in milliseconds after a number of failed attempts. */
export function retryAfter(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
}

/** Dependencies for applying deliveries. */
export interface DeliveryApplierOptions {
  ctx: IncidentContext;
  sources: ReadonlyMap<string, IncidentSource>;
  config: Pick<IncidentsConfig, 'rulesOf'>;
}

/** Parses deliveries and adds their changes to incidents. */
export class DeliveryApplier {
  readonly #options: DeliveryApplierOptions;

  constructor(options: DeliveryApplierOptions) {
    this.#options = options;
  }

  /**
   * Applies a delivery and stores the outcome in the same transaction as its changes, so that it is
   * applied completely or not at all.
   *
   * @param stopping - aborts when the backend stops; the delivery is then retried later
   * @throws database errors only
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
    const { ctx, sources, config } = this.#options;
    const source = sources.get(delivery.source)!;
    const receivedAt = new Date(delivery.receivedAt);
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(PARSE_MS)]);
    const rules = await rulesOf(ctx, config, source.id);
    const { type, changes } = await Promise.race([
      source.parse(
        { id: deliveryId(delivery.key), body: delivery.body, receivedAt },
        {
          signal,
          incidentsOf: group => incidentsOfGroup(ctx, source.id, group),
          severityOf: word => mapSeverity(word, rules, ctx.policy.severities),
        },
      ),
      // A source that ignores the signal must not block other sources.
      rejectionBy(signal),
    ]);
    await this.#store(delivery, changes, receivedAt, {
      status: changes.length > 0 ? 'applied' : 'ignored',
      type: withoutNul(type),
      attempts,
      finishedAt: ctx.clock().toISOString(),
    });
  }

  /** Backfills page by page and stores each page as it arrives. */
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

  #failed(error: unknown, attempts: number): DeliveryEnd {
    const now = this.#options.ctx.clock();
    const unreadable = isError(error) && error.name === 'InputError';
    const reason = unreadable ? error.message : stringifyError(error);
    const end = {
      attempts,
      error: truncateText(withoutNul(reason), MAX_ERROR),
    };
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
