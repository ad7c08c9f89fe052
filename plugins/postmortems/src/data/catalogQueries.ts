import { queryOptions } from '@tanstack/react-query';
import {
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { EntityRelation } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/core-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { pause } from './pause';

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

/** Reads parts level by level, so that the closest ones are kept if there are too many. */
async function readParts(
  catalog: CatalogApi,
  refs: string[],
  most: number,
): Promise<{ refs: string[]; truncated: boolean }> {
  const found = new Set(refs);
  let level = refs;
  while (level.length > 0 && found.size <= most) {
    const relations = await readRelations(catalog, level);
    level = level
      .flatMap(ref => targetsOf(relations, ref, RELATION_HAS_PART) ?? [])
      .filter(ref => !found.has(ref))
      .sort();
    level.forEach(ref => found.add(ref));
  }
  return { refs: [...found].slice(0, most), truncated: found.size > most };
}

export type Relations = Map<string, EntityRelation[]>;

/** The relations of each entity, by reference. */
export async function readRelations(
  catalog: CatalogApi,
  refs: string[],
): Promise<Relations> {
  if (refs.length === 0) return new Map();
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs: refs,
    fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
  });
  return new Map(
    items.flatMap((entity, at) =>
      entity ? [[refs[at], entity.relations ?? []] as const] : [],
    ),
  );
}

/**
 * The entities that an entity is related to by one type of relation; undefined if the entity isn't
 * visible.
 */
export function targetsOf(
  relations: Relations,
  ref: string,
  type: string,
): string[] | undefined {
  return relations
    .get(ref)
    ?.filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}

export const identityQuery = (identity: IdentityApi) =>
  queryOptions({
    queryKey: ['identity'],
    queryFn: () => identity.getBackstageIdentity(),
    staleTime: 'static',
  });
