import { useEffect } from 'react';
import { QueryClient } from '@tanstack/react-query';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from './postmortemsApiRef';
import { createRefresher } from './refresh';
import type { Refresher } from './refresh';

/**
 * How long a newly opened screen uses cached or prefetched responses without refetching, in
 * milliseconds.
 */
const FRESH_TIME = 10_000;

/** The app's API and the cache for its responses. */
export interface PostmortemsData {
  api: PostmortemsApi;
  client: QueryClient;
  refresher: Refresher;
}

const known = new WeakMap<PostmortemsApi, PostmortemsData>();

/**
 * Returns the cache for an API; there is one per app. Hooks access it explicitly, so that screens
 * need no provider in either frontend system and never use another plugin's client.
 */
export function dataOf(api: PostmortemsApi): PostmortemsData {
  const existing = known.get(api);
  if (existing) return existing;
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        meta: { api },
        staleTime: FRESH_TIME,
        // Show errors right away, with a retry button.
        retry: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  const data = { api, client, refresher: createRefresher(client) };
  known.set(api, data);
  return data;
}

/** This app's API and its cache. */
export function usePostmortemsData(): PostmortemsData {
  return dataOf(useApi(postmortemsApiRef));
}

/** This app's API and its cache, which is kept up to date while the component is mounted. */
export function useLiveData(): PostmortemsData {
  const data = usePostmortemsData();
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => data.refresher.listen(signals), [data, signals]);
  return data;
}
