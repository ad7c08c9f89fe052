import { queryOptions } from '@tanstack/react-query';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/core-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { pause } from './pause';
import { readParts } from './readParts';
import { readRelations } from './relations';

const ROOT = 'catalog';
const TYPING_PAUSE = 250;
const MOST_HITS = 20;

export const catalogQueries = {
  /** Entities whose name or title contains a term. Without a term, the first few entities. */
  search: (
    catalog: CatalogApi,
    filter: Record<string, string | string[]>,
    term: string,
  ) =>
    queryOptions({
      queryKey: [ROOT, 'search', filter, term],
      queryFn: async ({ signal }) => {
        if (term) await pause(TYPING_PAUSE, signal);
        const { items, totalItems } = await catalog.queryEntities({
          filter,
          fullTextFilter: {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          orderFields: { field: 'metadata.name', order: 'asc' },
          limit: MOST_HITS,
        });
        return { refs: items.map(stringifyEntityRef), totalItems };
      },
    }),

  /** The references that are in the catalog and visible. */
  existing: (catalog: CatalogApi, refs: string[]) =>
    queryOptions({
      queryKey: [ROOT, 'existing', refs],
      queryFn: async () => {
        const { items } = await catalog.getEntitiesByRefs({
          entityRefs: refs,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        });
        return new Set(refs.filter((_, at) => items[at]));
      },
    }),

  /** The relations of each entity, by reference. An entity that isn't visible has none. */
  relations: (catalog: CatalogApi, refs: string[]) =>
    queryOptions({
      queryKey: [ROOT, 'relations', refs],
      queryFn: () => readRelations(catalog, refs),
    }),

  /** Entities and all their parts, transitively, but no more than `most`. */
  parts: (catalog: CatalogApi, refs: string[], most: number) =>
    queryOptions({
      queryKey: [ROOT, 'parts', refs, most],
      queryFn: () => readParts(catalog, refs, most),
    }),
};

export const identityQuery = (identity: IdentityApi) =>
  queryOptions({
    queryKey: ['identity'],
    queryFn: () => identity.getBackstageIdentity(),
    staleTime: 'static',
  });
