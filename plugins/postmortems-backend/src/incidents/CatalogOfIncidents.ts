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

import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SourcePerson } from 'backstage-plugin-postmortems-node';
import { inTime } from '../catalog/inTime';
import { AFFECTED_KINDS, EntityIndex } from './EntityIndex';

/** Entities per request to the catalog. */
const BATCH = 500;
/** People per request to the catalog. */
const PEOPLE_BATCH = 50;
/** How long a page may take, in milliseconds. */
const ANSWER_MS = 15_000;
/** How long what was read of the catalog is good for, in milliseconds. */
const KEPT_MS = 60_000;

/** What incidents need to know of the catalog. Reading it throws where it cannot be reached. */
export class CatalogOfIncidents {
  readonly #options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: () => Date;
    annotations: string[];
  };
  #index?: { value: Promise<EntityIndex>; readAt: number };

  /**
   * @param options - `annotations` are those by which entities name services, of all sources
   */
  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: () => Date;
    annotations: string[];
  }) {
    this.#options = options;
  }

  /** The entities that can be affected; read at most once a minute. */
  index(): Promise<EntityIndex> {
    const now = this.#options.clock().getTime();
    // Whichever way the clock went.
    if (!this.#index || Math.abs(now - this.#index.readAt) >= KEPT_MS) {
      const value = this.#read();
      this.#index = { value, readAt: now };
      value.catch(() => {
        this.#index = undefined;
      });
    }
    return this.#index.value;
  }

  /** The users with the e-mail addresses of these people, by the address in lower case. */
  async people(people: SourcePerson[]): Promise<Map<string, string>> {
    const emails = [
      ...new Set(
        people.flatMap(({ email }) => email?.toLocaleLowerCase('en') ?? []),
      ),
    ];
    const found = new Map<string, string>();
    for (let start = 0; start < emails.length; start += PEOPLE_BATCH) {
      const users = await this.#query({
        kind: 'User',
        'spec.profile.email': emails.slice(start, start + PEOPLE_BATCH),
      });
      for (const user of users) {
        const { email } = (user.spec?.profile ?? {}) as { email?: string };
        if (email) {
          found.set(email.toLocaleLowerCase('en'), stringifyEntityRef(user));
        }
      }
    }
    return found;
  }

  async #read(): Promise<EntityIndex> {
    const entities = await this.#query({ kind: AFFECTED_KINDS });
    return new EntityIndex(entities, this.#options.annotations);
  }

  async #query(filter: Record<string, string | string[]>): Promise<Entity[]> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await inTime(
        catalog.queryEntities(
          cursor
            ? { cursor, limit: BATCH }
            : {
                filter,
                fields: ['kind', 'metadata', 'spec.profile.email'],
                limit: BATCH,
              },
          { credentials },
        ),
        ANSWER_MS,
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }
}
