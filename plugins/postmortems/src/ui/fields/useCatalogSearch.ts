import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../../data/catalogQueries';
import { useLoaded } from '../../data/useLoaded';

/** Results of a catalog search. */
export interface CatalogSearch {
  refs: string[];
  loading: boolean;
  failed: boolean;
}

const NONE: string[] = [];

/**
 * Searches the catalog by name as the user types. Without a term, returns the first few entities.
 *
 * @param filter - catalog filter for the entities to search
 * @param enabled - whether to search; for example, only while a list is open
 */
export function useCatalogSearch(
  filter: Record<string, string | string[]>,
  term: string,
  enabled: boolean,
): CatalogSearch {
  const catalog = useApi(catalogApiRef);
  const { value, error, loading } = useLoaded({
    ...catalogQueries.search(catalog, filter, term),
    enabled,
  });
  return { refs: value?.refs ?? NONE, loading, failed: error !== undefined };
}
