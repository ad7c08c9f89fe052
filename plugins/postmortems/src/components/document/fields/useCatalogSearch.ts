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

import { useEffect, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

const TYPING_PAUSE = 250;
const MOST_HITS = 20;

/** The references of entities that a text finds. */
export interface CatalogSearch {
  refs: string[];
  loading: boolean;
  failed: boolean;
}

/**
 * Looks entities up by name while one types. Without a term, the first few.
 *
 * @param filter - which entities to look among, as the catalog filters; keep its identity stable
 * @param enabled - whether to look at all, such as only while a list is open
 */
export function useCatalogSearch(
  filter: Record<string, string | string[]>,
  term: string,
  enabled: boolean,
): CatalogSearch {
  const catalog = useApi(catalogApiRef);
  const [found, setFound] = useState<CatalogSearch>({
    refs: [],
    loading: false,
    failed: false,
  });

  useEffect(() => {
    if (!enabled) return undefined;
    let current = true;
    setFound(before => ({ ...before, loading: true }));
    const timer = setTimeout(
      () => {
        catalog
          .queryEntities({
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
          })
          .then(
            ({ items }) => ({
              refs: items.map(entity => stringifyEntityRef(entity)),
              loading: false,
              failed: false,
            }),
            () => ({ refs: [], loading: false, failed: true }),
          )
          .then(result => current && setFound(result));
      },
      term ? TYPING_PAUSE : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [catalog, filter, term, enabled]);

  return found;
}
