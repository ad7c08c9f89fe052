import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { withTimeout } from '../kernel/withTimeout';

/** References per request. Keeps requests small and the catalog's query plans good. */
const BATCH = 200;
/** Timeout for a catalog request, in milliseconds. */
const RESPONSE_MS = 5_000;
/** Pauses before each retry, in milliseconds. A restarting catalog is often back by then. */
const RETRY_AFTER = [150, 600];

/** Looks up catalog entities in batches, with retries. */
export class CatalogLookup {
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #sleep: (milliseconds: number) => Promise<void>;

  constructor(options: {
    catalog: CatalogService;
    logger: LoggerService;
    sleep: (milliseconds: number) => Promise<void>;
  }) {
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#sleep = options.sleep;
  }

  /**
   * Finds entities by reference, if they are visible to these credentials.
   *
   * @returns the entities found, by requested reference
   * @throws ServiceUnavailableError if the catalog is unavailable
   */
  async byRefs(
    refs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<Map<string, Entity>> {
    const wanted = [...new Set(refs)];
    const found = new Map<string, Entity>();
    for (let start = 0; start < wanted.length; start += BATCH) {
      const batch = wanted.slice(start, start + BATCH);
      const entities = await this.#ask(batch, credentials);
      batch.forEach((ref, index) => {
        const entity = entities[index];
        if (entity) found.set(ref, entity);
      });
    }
    return found;
  }

  async #ask(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<(Entity | undefined)[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        const { items } = await withTimeout(
          this.#catalog.getEntitiesByRefs(
            {
              entityRefs,
              fields: [
                'kind',
                'metadata',
                'relations',
                'spec.owner',
                'spec.profile.displayName',
              ],
            },
            { credentials },
          ),
          RESPONSE_MS,
        );
        return items;
      } catch (error) {
        if (attempt >= RETRY_AFTER.length) {
          this.#logger.warn(`Catalog request failed: ${stringifyError(error)}`);
          throw catalogUnavailable();
        }
        await this.#sleep(RETRY_AFTER[attempt]);
      }
    }
  }
}

/**
 * An error that names the catalog, because the status code alone doesn't say which dependency
 * failed.
 */
function catalogUnavailable(): Error {
  const error = new ServiceUnavailableError(
    'The catalog is unavailable, so entities cannot be linked. Nothing was saved. Try again in a moment.',
  );
  return Object.assign(error, { unavailable: 'catalog' });
}
