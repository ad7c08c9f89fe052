import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type {
  FactRetriever,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { FACT_SCHEMA, FactCollection } from './facts';

/** Kinds that an incident can affect. */
const AFFECTABLE = {
  kind: ['component', 'api', 'resource', 'system', 'domain'],
};

/** Postmortems or action items per request, which is the maximum. */
const PAGE_SIZE = 100;
/** Entities per request to the catalog. */
const ENTITIES_PER_PAGE = 500;

export interface FactRetrieverOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'queryEntities'>;
  postmortems: Pick<
    PostmortemsService,
    | 'getPolicy'
    | 'listActionItems'
    | 'listContributingFactors'
    | 'listPostmortems'
  >;
  clock: () => Date;
}

/** A page of a list. */
interface Page<T> {
  items: T[];
  pageInfo: { nextCursor?: string };
}

/** Retrieves facts about every entity that an incident can affect. */
export function createFactRetriever(
  options: FactRetrieverOptions,
): FactRetriever {
  const { auth, catalog, postmortems, clock } = options;

  async function collect(
    credentials: BackstageCredentials,
  ): Promise<FactCollection> {
    const { severities } = await postmortems.getPolicy({}, { credentials });
    const facts = new FactCollection({
      mostSevere: severities[0].id,
      now: clock(),
    });
    const page = { limit: PAGE_SIZE, totalItems: 'exclude' } as const;
    for await (const postmortem of everything(cursor =>
      postmortems.listPostmortems(
        { query: { ...page, cursor } },
        { credentials },
      ),
    )) {
      facts.addPostmortem(postmortem);
    }
    for await (const item of everything(cursor =>
      postmortems.listActionItems(
        {
          query: {
            ...page,
            cursor,
            overdue: 'true',
            orderField: 'dueAt,asc',
          },
        },
        { credentials },
      ),
    )) {
      facts.addOverdueActionItem(item);
    }
    // One after the other: a daily task can take its time.
    for (const id of facts.neededFactors()) {
      facts.addFactors(id, await factorsOf(id, credentials));
    }
    return facts;
  }

  async function factorsOf(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    try {
      const { items } = await postmortems.listContributingFactors(
        { params: { id } },
        { credentials },
      );
      return items.map(({ title }) => title);
    } catch (error) {
      // Deleted in the meantime.
      if ((error as { statusCode?: number }).statusCode === 404) return [];
      throw error;
    }
  }

  return {
    id: 'postmortemsFactRetriever',
    version: '0.1.0',
    title: 'Postmortems',
    description: 'How well the incidents of an entity are followed up',
    entityFilter: [AFFECTABLE],
    schema: FACT_SCHEMA,
    async handler({ entityFilter = [AFFECTABLE] }): Promise<TechInsightFact[]> {
      const credentials = await auth.getOwnServiceCredentials();
      const facts = await collect(credentials);
      const retrieved: TechInsightFact[] = [];
      for await (const entity of everything<Entity>(cursor =>
        catalog.queryEntities(
          cursor
            ? { cursor, limit: ENTITIES_PER_PAGE }
            : {
                filter: entityFilter,
                fields: ['kind', 'metadata.name', 'metadata.namespace'],
                limit: ENTITIES_PER_PAGE,
              },
          { credentials },
        ),
      )) {
        const { kind, metadata } = entity;
        const { name, namespace = DEFAULT_NAMESPACE } = metadata;
        retrieved.push({
          entity: { kind, namespace, name },
          facts: facts.factsOf(stringifyEntityRef(entity)),
        });
      }
      return retrieved;
    },
  };
}

/** Everything in a list, page by page. */
async function* everything<T>(
  list: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await list(cursor);
    yield* items;
    cursor = pageInfo.nextCursor;
  } while (cursor);
}
