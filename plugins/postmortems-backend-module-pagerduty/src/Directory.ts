import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  SourcePerson,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import { PagerDutyRefusedError } from './PagerDutyApi';
import type { PagerDutyApi } from './PagerDutyApi';
import type { Reference } from './payloads';

const KEPT_MS = 60 * 60_000;
const MAX_KEPT = 10_000;

const userSchema = z.object({
  user: z.object({
    name: z.string().nullish(),
    email: z.string().min(3).nullish(),
  }),
});

const serviceSchema = z.object({
  service: z.object({
    integrations: z
      .array(z.object({ integration_key: z.string().nullish() }))
      .nullish(),
  }),
});

/** Resolves PagerDuty references. */
export interface Lookup {
  /** Undefined if the reference is unknown or doesn't refer to a person. */
  person(
    reference: Reference | null | undefined,
  ): Promise<SourcePerson | undefined>;
  /** Resolves the references that refer to people. */
  people(references: Reference[]): Promise<SourcePerson[]>;
  /** Includes integration keys, because annotations can contain them. */
  service(reference: Reference): Promise<SourceService>;
}

/**
 * Caches details of people and services from the REST API for an hour. Only their names are known
 * if the API isn't configured or refuses access.
 */
export class Directory {
  readonly #options: {
    api?: PagerDutyApi;
    clock: () => Date;
    logger: LoggerService;
  };
  readonly #kept = new Map<string, { until: number; value: unknown }>();
  #warned = false;

  constructor(options: {
    api?: PagerDutyApi;
    clock: () => Date;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Resolves references until the signal aborts. */
  lookup(signal: AbortSignal): Lookup {
    const person: Lookup['person'] = async reference => {
      if (!reference?.type?.startsWith('user')) return undefined;
      const { id, summary } = reference;
      const found = await this.#get(`/users/${id}`, {}, userSchema, signal);
      const email = found?.user.email ?? undefined;
      const name = summary ?? found?.user.name ?? undefined;
      return email || name ? { email, name } : undefined;
    };
    return {
      person,
      async people(references) {
        const people: SourcePerson[] = [];
        for (const reference of references) {
          const found = await person(reference);
          if (found) people.push(found);
        }
        return people;
      },
      service: async ({ id, summary }) => {
        const found = await this.#get(
          `/services/${id}`,
          { 'include[]': 'integrations' },
          serviceSchema,
          signal,
        );
        const keys = (found?.service.integrations ?? []).flatMap(
          ({ integration_key: key }) => (key ? [key] : []),
        );
        return {
          id,
          name: summary,
          ...(keys.length > 0 && { otherIds: keys.sort() }),
        };
      },
    };
  }

  async #get<T>(
    path: string,
    query: Record<string, string>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    const { api, clock, logger } = this.#options;
    if (!api) return undefined;
    const now = clock().getTime();
    const kept = this.#kept.get(path);
    if (kept && kept.until > now) return kept.value as T | undefined;

    let value: T | undefined;
    try {
      const response = await api.get(path, query, signal);
      value = schema.safeParse(response).data;
    } catch (error) {
      if (!(error instanceof PagerDutyRefusedError)) throw error;
      if (!this.#warned) {
        logger.warn(
          `PagerDuty users cannot be read, so responders are listed by name only: ${error.message}`,
        );
        this.#warned = true;
      }
    }
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(path, { until: now + KEPT_MS, value });
    return value;
  }
}
