import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SourcePerson } from 'backstage-plugin-postmortems-node';
import { withTimeout } from '../../kernel/withTimeout';
import { AFFECTED_KINDS, EntityIndex } from './EntityIndex';
import { maskAddress } from './sharedAddresses';
import type { SharedAddress } from './sharedAddresses';

const BATCH = 500;
const PEOPLE_BATCH = 50;
/** Timeout per page, in milliseconds. */
const RESPONSE_MS = 15_000;
/** Cache lifetime, in milliseconds. */
const KEPT_MS = 60_000;

/** Users by lowercase email address, and addresses that several users share. */
export interface FoundPeople {
  users: Map<string, string>;
  shared: SharedAddress[];
}

/**
 * Provides the catalog data that incidents need. All methods throw if the catalog is unavailable.
 */
export class IncidentCatalog {
  readonly #options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: () => Date;
    annotations: string[];
  };
  #index?: { value: Promise<EntityIndex>; readAt: number };

  /** @param options - `annotations` are the service annotations used by all sources */
  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: () => Date;
    annotations: string[];
  }) {
    this.#options = options;
  }

  /** The entities that incidents can affect. Cached for a minute. */
  index(): Promise<EntityIndex> {
    const now = this.#options.clock().getTime();
    // `abs`, so the cache also expires if the clock is set back.
    if (!this.#index || Math.abs(now - this.#index.readAt) >= KEPT_MS) {
      const value = this.#read();
      this.#index = { value, readAt: now };
      value.catch(() => {
        this.#index = undefined;
      });
    }
    return this.#index.value;
  }

  /**
   * Finds users by these people's email addresses, in lowercase. An address shared by several users
   * matches none of them.
   */
  async people(people: SourcePerson[]): Promise<FoundPeople> {
    const emails = [
      ...new Set(
        people.flatMap(({ email }) => email?.toLocaleLowerCase('en') ?? []),
      ),
    ];
    const found = new Map<string, string[]>();
    for (let start = 0; start < emails.length; start += PEOPLE_BATCH) {
      const users = await this.#query({
        kind: 'User',
        'spec.profile.email': emails.slice(start, start + PEOPLE_BATCH),
      });
      for (const user of users) {
        const { email } = (user.spec?.profile ?? {}) as { email?: string };
        if (email) {
          const address = email.trim().toLocaleLowerCase('en');
          const others = found.get(address) ?? [];
          found.set(address, [...others, stringifyEntityRef(user)]);
        }
      }
    }
    const all = [...found];
    return {
      users: new Map(
        all.flatMap(([email, [user, ...others]]) =>
          others.length === 0 ? [[email, user] as const] : [],
        ),
      ),
      shared: all
        .filter(([, users]) => users.length > 1)
        .map(([email, users]) => ({
          address: maskAddress(email),
          userRefs: [...users].sort(),
        })),
    };
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
      const page = await withTimeout(
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
        RESPONSE_MS,
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }
}
