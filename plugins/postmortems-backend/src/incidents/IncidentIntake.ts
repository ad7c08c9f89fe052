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
import { AuthenticationError, stringifyError } from '@backstage/errors';
import type {
  IncidentSource,
  SourceRequest,
} from 'backstage-plugin-postmortems-node';
import type { DeliveryRecord } from '../database/DatabaseDeliveryStore';
import type { ServiceContext } from '../service/ServiceContext';
import { letOthersIn } from '../letOthersIn';
import { WorkOnDemand } from '../WorkOnDemand';
import type { CatalogOfIncidents } from './CatalogOfIncidents';
import { DeliveryApplier, retryAfter } from './DeliveryApplier';
import { IncidentCarrier } from './IncidentCarrier';
import type { IncidentCarrierOptions } from './IncidentCarrier';
import { deliveryKey } from './deliveryKey';
import { entitiesOf } from './mapServices';
import type { IncidentsConfig } from './readIncidentsConfig';

/** Taken on at once. */
const BATCH = 20;
/** Batches worked on before something else comes first. */
const MOST_BATCHES = 50;
/** Services looked up again at once. */
const MOST_UNMAPPED = 1_000;
/** How long an incident that owes nothing is kept after it was last heard of, in milliseconds. */
const KEEP_INCIDENTS_MS = 180 * 24 * 3_600_000;

/** What the intake works with. */
export interface IncidentIntakeOptions extends IncidentCarrierOptions {
  logger: LoggerService;
}

/**
 * Takes in what incident sources send. It is stored before it is answered; applying it, and
 * carrying over what came of it into postmortems, is work that any instance of the backend does
 * at any time, and does over where one died doing it.
 */
export class IncidentIntake {
  readonly sources: ReadonlyMap<string, IncidentSource>;
  readonly config: IncidentsConfig;
  readonly catalog: CatalogOfIncidents;
  readonly #ctx: ServiceContext;
  readonly #logger: LoggerService;
  readonly #applier: DeliveryApplier;
  readonly #carrier: IncidentCarrier;
  readonly #work = new WorkOnDemand(signal => this.#workThrough(signal));

  constructor(options: IncidentIntakeOptions) {
    this.sources = options.sources;
    this.config = options.config;
    this.catalog = options.catalog;
    this.#ctx = options.ctx;
    this.#logger = options.logger;
    this.#applier = new DeliveryApplier(options);
    this.#carrier = new IncidentCarrier(options);
  }

  /**
   * Stores what a source sent. What it sent before changes nothing.
   *
   * @throws AuthenticationError where it does not come from the source
   */
  async accept(source: IncidentSource, request: SourceRequest): Promise<void> {
    const { id } = verify(source, request);
    const { body } = request;
    await this.#ctx.deliveries.add(this.#ctx.knex, {
      source: source.id,
      key: deliveryKey(id, body),
      kind: 'webhook',
      body,
      receivedAt: this.#ctx.clock().toISOString(),
    });
    this.nudge();
  }

  /** Asks a source for its past incidents, as soon as somebody comes to it. */
  async requestBackfill(
    source: IncidentSource,
    since: string,
  ): Promise<DeliveryRecord> {
    const { deliveries, knex, clock } = this.#ctx;
    const key = `backfill:${randomUUID()}`;
    await deliveries.add(knex, {
      source: source.id,
      key,
      kind: 'backfill',
      body: Buffer.from(JSON.stringify({ since })),
      receivedAt: clock().toISOString(),
    });
    const delivery = await deliveries.findByKey(knex, source.id, key);
    this.nudge();
    return delivery!;
  }

  /** Begins to work on what is due, unless that goes on already. Never throws. */
  nudge(): void {
    this.#work.ask();
  }

  /** Works on everything that is due and nobody else works on. */
  workThrough(): Promise<void> {
    return this.#work.askAndWait();
  }

  /** Finishes what was begun and begins nothing more. */
  stop(): Promise<void> {
    return this.#work.stop();
  }

  /**
   * Tries again what waits for somebody to map it, if somebody has.
   *
   * @param all - whether that is to be found out for each, as after a change of configuration
   */
  async tryAgain(all: boolean): Promise<void> {
    const { knex, unmapped, clock } = this.#ctx;
    if (all) {
      await unmapped.wakeAll(knex, clock());
    } else {
      const waiting = await unmapped.services(knex, {
        sources: [...this.sources.keys()],
        limit: MOST_UNMAPPED,
      });
      if (waiting.length === 0) return;
      const index = await this.catalog.index();
      const mapped = waiting.filter(({ source, service }) => {
        const { annotations } = this.sources.get(source)!;
        const rules = this.config.rulesOf(source);
        return entitiesOf(service, { rules, annotations, index }).length > 0;
      });
      await unmapped.wakeServices(
        knex,
        mapped.map(({ source, service }) => ({ source, id: service.id })),
        clock(),
      );
    }
    this.nudge();
  }

  /** Deletes what nobody needs any more. */
  async purge(): Promise<void> {
    const { knex, deliveries, incidents, clock } = this.#ctx;
    const before = (milliseconds: number) =>
      new Date(clock().getTime() - milliseconds);
    await deliveries.purge(knex, before(this.config.keepDeliveriesMs));
    await incidents.purge(knex, before(KEEP_INCIDENTS_MS));
  }

  async #workThrough(signal: AbortSignal): Promise<void> {
    try {
      let found = true;
      while (found && !signal.aborted) {
        // What many deliveries tell of an incident is carried over at once. So first they are
        // all applied, but for a flood, which must not keep what came before it from people.
        const applied = await upTo(MOST_BATCHES, () =>
          this.#applyBatch(signal),
        );
        const carried = await upTo(MOST_BATCHES, () =>
          this.#carryBatch(signal),
        );
        found = applied + carried > 0;
      }
    } catch (error) {
      this.#logger.warn(
        `Incidents could not be taken in; it will be tried again: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  #claim() {
    return {
      sources: [...this.sources.keys()],
      by: randomUUID(),
      now: this.#ctx.clock(),
      limit: BATCH,
    };
  }

  async #applyBatch(signal: AbortSignal): Promise<number> {
    const { knex, deliveries, clock } = this.#ctx;
    const claim = this.#claim();
    const claimed = await deliveries.claim(knex, claim);
    if (claimed.length === 0) return 0;
    await deliveries.whileClaimed(knex, { by: claim.by, clock }, async () => {
      for (const delivery of claimed) {
        if (signal.aborted) break;
        await this.#applier.apply(delivery, signal);
        await letOthersIn();
      }
    });
    return claimed.length;
  }

  async #carryBatch(signal: AbortSignal): Promise<number> {
    const { knex, incidents, clock } = this.#ctx;
    const claim = this.#claim();
    const claimed = await incidents.claim(knex, claim);
    if (claimed.length === 0) return 0;
    await incidents.whileClaimed(knex, { by: claim.by, clock }, async () => {
      for (const rowId of claimed) {
        if (signal.aborted) break;
        await this.#carry(rowId);
        await letOthersIn();
      }
    });
    return claimed.length;
  }

  async #carry(rowId: number): Promise<void> {
    const { knex, incidents, clock } = this.#ctx;
    try {
      await this.#carrier.carry(rowId);
    } catch (error) {
      const incident = await incidents.get(knex, rowId);
      const attempts = (incident?.attempts ?? 0) + 1;
      this.#logger.warn(
        `The incident ${incident?.key} of ${
          incident?.source
        } could not be carried over; it will be tried again: ${stringifyError(
          error,
        )}`,
      );
      await incidents.postpone(knex, rowId, {
        error: stringifyError(error),
        attempts,
        until: new Date(clock().getTime() + retryAfter(attempts)),
      });
    }
  }
}

/** Works on batch after batch, until one is empty. */
async function upTo(
  batches: number,
  work: () => Promise<number>,
): Promise<number> {
  let done = 0;
  for (let batch = 0; batch < batches; batch++) {
    const worked = await work();
    if (worked === 0) break;
    done += worked;
  }
  return done;
}

/** Whoever cannot sign learns nothing about how to. */
function verify(source: IncidentSource, request: SourceRequest) {
  try {
    return source.verify(request);
  } catch {
    throw new AuthenticationError('The signature is not accepted');
  }
}
