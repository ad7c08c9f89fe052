import { useMemo } from 'react';
import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../../../data/catalogQueries';
import { affectableEntityKinds } from '../../../data/entityKinds';
import { usePostmortemsData } from '../../../data/postmortemsData';
import { actionItemQueries, postmortemQueries } from '../../../data/queries';
import type { ReferenceLookup } from './ReferenceLookup';

const PEOPLE = { kind: ['user', 'group'] };
const OTHERS = { kind: affectableEntityKinds };

/** Maximum number of suggestions of each kind. */
const MOST = 8;

/** Looks up references in the catalog, and in the postmortems that the user can see. */
export function useReferenceLookup(): ReferenceLookup {
  const { client } = usePostmortemsData();
  const catalog = useApi(catalogApiRef);
  const presentation = useApiHolder().get(entityPresentationApiRef);

  return useMemo(() => {
    function fetch<T, K extends QueryKey>(
      query: FetchQueryOptions<T, Error, T, K>,
      signal: AbortSignal,
    ): Promise<T> {
      signal.addEventListener('abort', () =>
        client.cancelQueries({ queryKey: query.queryKey, exact: true }),
      );
      return client.fetchQuery(query);
    }
    const titleOf = async (ref: string) =>
      (await presentation?.forEntity(ref).promise)?.primaryTitle ??
      parseEntityRef(ref).name;

    return {
      entities: async (term, signal) => {
        const found = await Promise.all(
          [PEOPLE, OTHERS].map(filter =>
            fetch(catalogQueries.search(catalog, filter, term), signal),
          ),
        );
        const refs = found.flatMap(each => each.refs.slice(0, MOST));
        return Promise.all(
          refs.map(async id => ({ id, title: await titleOf(id) })),
        );
      },
      postmortems: async (term, signal) => {
        const found = await fetch(postmortemQueries.search(term), signal);
        return found.slice(0, MOST).map(({ id, title }) => ({ id, title }));
      },
      actionItems: async (postmortem, signal) => {
        const { items } = await fetch(
          actionItemQueries.list({ postmortemId: [postmortem] }),
          signal,
        );
        return items.map(({ id, title }) => ({ id, title }));
      },
    };
  }, [client, catalog, presentation]);
}
