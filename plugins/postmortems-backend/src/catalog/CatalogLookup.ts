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

import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inTime } from './inTime';

/** Refs per request: keeps requests small and the catalog's query plans good. */
const BATCH = 200;
/** How long somebody waits for an answer, in milliseconds. */
const ANSWER_MS = 5_000;
/** Pauses before asking again, in milliseconds. A catalog that is restarting is often back by then. */
const RETRY_AFTER = [150, 600];

/** Looks entities up in the catalog, in batches and with a little patience. */
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
   * Finds entities by reference, as far as these credentials may see them.
   *
   * @returns the entities found, by the reference asked for
   * @throws ServiceUnavailableError where the catalog cannot be reached
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
        const { items } = await inTime(
          this.#catalog.getEntitiesByRefs(
            {
              entityRefs,
              fields: [
                'kind',
                'metadata',
                'relations',
                'spec.profile.displayName',
              ],
            },
            { credentials },
          ),
          ANSWER_MS,
        );
        return items;
      } catch (error) {
        if (attempt >= RETRY_AFTER.length) {
          this.#logger.warn(
            `The catalog did not answer: ${stringifyError(error)}`,
          );
          throw catalogUnavailable();
        }
        await this.#sleep(RETRY_AFTER[attempt]);
      }
    }
  }
}

/** Tells clients what it is that does not answer, which the status alone does not. */
function catalogUnavailable(): Error {
  const error = new ServiceUnavailableError(
    'The catalog cannot be reached, so what is affected cannot be linked. Nothing was saved; try again in a moment.',
  );
  return Object.assign(error, { unavailable: 'catalog' });
}
