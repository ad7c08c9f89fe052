import { randomUUID } from 'node:crypto';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, stringifyError } from '@backstage/errors';
import type {
  IncidentSource,
  SourceRequest,
} from 'backstage-plugin-postmortems-node';
import type { DeliveryRecord } from './DeliveryStore';
import type { IncidentContext } from '../context';
import { yieldToEventLoop } from '../../kernel/yieldToEventLoop';
import { WorkOnDemand } from '../../kernel/WorkOnDemand';
import type { IncidentCatalog } from '../mapping/IncidentCatalog';
import { DeliveryApplier, retryAfter } from './DeliveryApplier';
import { DraftSynchronizer } from '../draftSync/DraftSynchronizer';
import type { DraftSynchronizerOptions } from '../draftSync/prepareDraftSync';
import { deliveryKey } from './deliveryKey';
import { rulesOf } from '../mapping/rulesOf';
import type { SourceRules } from '../mapping/SourceRules';
import { isStillShared } from '../mapping/sharedAddresses';
import { RETENTION_MS } from '../../kernel/retention';
import { entitiesOf } from '../mapping/mapServices';
import type { IncidentsConfig } from '../readIncidentsConfig';

/** Deliveries or incidents per batch. */
const BATCH = 20;
/** Maximum number of batches in a row, so other work gets a turn. */
const MOST_BATCHES = 50;
/** Unmapped services checked per run. */
const MOST_UNMAPPED = 1_000;

export interface IncidentIntakeOptions extends DraftSynchronizerOptions {
  logger: LoggerService;
}

/**
 * Receives deliveries from incident sources and stores them before the response. Any backend
 * instance can apply them and sync drafts in the background, and retries after a crash.
 */
export class IncidentIntake {
  readonly sources: ReadonlyMap<string, IncidentSource>;
  readonly config: IncidentsConfig;
  readonly catalog: IncidentCatalog;
  readonly #ctx: IncidentContext;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #applier: DeliveryApplier;
  readonly #synchronizer: DraftSynchronizer;
  readonly #work = new WorkOnDemand(signal => this.#workThrough(signal));

  constructor(options: IncidentIntakeOptions) {
    this.sources = options.sources;
    this.config = options.config;
    this.catalog = options.catalog;
    this.#ctx = options.ctx;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#applier = new DeliveryApplier(options);
    this.#synchronizer = new DraftSynchronizer(options);
  }

  /**
   * Stores a delivery. Duplicates are ignored.
   *
   * @throws AuthenticationError if the signature is invalid
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

  /** Counts a delivery that was too large to read. Never throws. */
  async countTooLarge(source: IncidentSource): Promise<void> {
    const { rejections, knex, clock } = this.#ctx;
    try {
      await rejections.count(knex, source.id, clock());
    } catch (error) {
      this.#logger.warn(
        `Counting a rejected delivery of ${source.id} failed: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  /** Queues a backfill of past incidents. */
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

  /** Starts processing unless it is already running. Never throws. */
  nudge(): void {
    this.#work.ask();
  }

  /** Processes everything due that no other instance has claimed. */
  workThrough(): Promise<void> {
    return this.#work.askAndWait();
  }

  /** Finishes the current batch and starts no more. */
  stop(): Promise<void> {
    return this.#work.stop();
  }

  /**
   * Retries incidents blocked by a missing mapping, and those with a person whose email address
   * several users share.
   *
   * @param all - whether to check every blocked incident, as after a configuration change
   */
  async tryAgain(all: boolean): Promise<void> {
    const { knex, unmapped, clock } = this.#ctx;
    if (all) {
      await unmapped.wakeAll(knex, clock());
    } else {
      await this.#wakeMappedServices();
      await this.#wakeDistinctPeople();
    }
    this.nudge();
  }

  async #wakeMappedServices(): Promise<void> {
    const { knex, unmapped, clock } = this.#ctx;
    const waiting = await unmapped.services(knex, {
      sources: [...this.sources.keys()],
      limit: MOST_UNMAPPED,
    });
    if (waiting.length === 0) return;
    const index = await this.catalog.index();
    const rulesBySource = new Map<string, SourceRules>();
    for (const source of new Set(waiting.map(each => each.source))) {
      rulesBySource.set(source, await rulesOf(this.#ctx, this.config, source));
    }
    const mapped = waiting.filter(({ source, service }) => {
      const { annotations } = this.sources.get(source)!;
      const rules = rulesBySource.get(source)!;
      return entitiesOf(service, { rules, annotations, index }).length > 0;
    });
    await unmapped.wakeServices(
      knex,
      mapped.map(({ source, service }) => ({ source, id: service.id })),
      clock(),
    );
  }

  async #wakeDistinctPeople(): Promise<void> {
    const { knex, sharedAddresses, linking, clock } = this.#ctx;
    const shared = await sharedAddresses.list(knex, MOST_UNMAPPED);
    if (shared.length === 0) return;
    const users = await linking.find(
      [...new Set(shared.flatMap(({ userRefs }) => userRefs))],
      await this.#auth.getOwnServiceCredentials(),
    );
    for (const each of shared) {
      if (!isStillShared(each.userRefs.map(ref => users.get(ref)))) {
        await sharedAddresses.wake(knex, each, clock());
      }
    }
  }

  /** Deletes expired deliveries and incidents. */
  async purge(): Promise<void> {
    const { knex, deliveries, rejections, incidents, clock } = this.#ctx;
    const before = (milliseconds: number) =>
      new Date(clock().getTime() - milliseconds);
    await deliveries.purge(knex, before(this.config.keepDeliveriesMs));
    await rejections.purge(knex, before(this.config.keepDeliveriesMs));
    await incidents.purge(
      knex,
      before(RETENTION_MS.incidentsWithoutPostmortem),
    );
  }

  async #workThrough(signal: AbortSignal): Promise<void> {
    try {
      let found = true;
      while (found && !signal.aborted) {
        // Apply all deliveries before syncing, so that several deliveries for one incident cause
        // one sync. The limit keeps a burst of deliveries from delaying incidents that are already
        // waiting.
        const applied = await upTo(MOST_BATCHES, () =>
          this.#applyBatch(signal),
        );
        const synced = await upTo(MOST_BATCHES, () => this.#syncBatch(signal));
        found = applied + synced > 0;
      }
    } catch (error) {
      this.#logger.warn(
        `Processing incident deliveries failed, will retry: ${stringifyError(
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
        await yieldToEventLoop();
      }
    });
    return claimed.length;
  }

  async #syncBatch(signal: AbortSignal): Promise<number> {
    const { knex, incidents, clock } = this.#ctx;
    const claim = this.#claim();
    const claimed = await incidents.claim(knex, claim);
    if (claimed.length === 0) return 0;
    await incidents.whileClaimed(knex, { by: claim.by, clock }, async () => {
      for (const rowId of claimed) {
        if (signal.aborted) break;
        await this.#sync(rowId);
        await yieldToEventLoop();
      }
    });
    return claimed.length;
  }

  async #sync(rowId: number): Promise<void> {
    const { knex, incidents, clock } = this.#ctx;
    try {
      await this.#synchronizer.sync(rowId);
    } catch (error) {
      const incident = await incidents.get(knex, rowId);
      const attempts = (incident?.attempts ?? 0) + 1;
      this.#logger.warn(
        `Syncing the draft of incident ${incident?.key} (${
          incident?.source
        }) failed, will retry: ${stringifyError(error)}`,
      );
      await incidents.postpone(knex, rowId, {
        error: stringifyError(error),
        attempts,
        until: new Date(clock().getTime() + retryAfter(attempts)),
      });
    }
  }
}

/** Processes up to this many batches, until one is empty. */
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

/** Verifies a request. The error doesn't explain the failure, to give attackers no hints. */
function verify(source: IncidentSource, request: SourceRequest) {
  try {
    return source.verify(request);
  } catch {
    throw new AuthenticationError(
      "The signature is not valid. Check the webhook secret and the sender's clock",
    );
  }
}
