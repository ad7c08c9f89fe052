import { useCallback } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  FetchQueryOptions,
  QueryKey,
  UseQueryOptions,
} from '@tanstack/react-query';
import { useLiveData, usePostmortemsData } from './postmortemsData';

/** The state of loaded data. */
export interface Loaded<T> {
  /** The latest response; the previous one while the next one loads. */
  value?: T;
  /** Why loading failed. Not set if a refetch fails: `value` is kept instead. */
  error?: Error;
  /** Whether the current query has no response yet. */
  loading: boolean;
  retry: () => void;
}

/**
 * Loads data through the cache and reloads it when it changes on the server. Set `placeholderData:
 * undefined` if showing the previous response while the next one loads would be misleading.
 */
export function useLoaded<T, K extends QueryKey>(
  options: UseQueryOptions<T, Error, T, K>,
): Loaded<T> {
  const { client } = useLiveData();
  const query = useQuery(
    { placeholderData: keepPreviousData, ...options } as UseQueryOptions<
      T,
      Error,
      T,
      K
    >,
    client,
  );
  const { refetch } = query;
  const retry = useCallback(() => {
    refetch();
  }, [refetch]);
  return {
    value: query.data,
    error: query.isLoadingError ? query.error : undefined,
    loading: query.isLoading || query.isPlaceholderData,
    retry,
  };
}

/** Returns a function that loads data for an action, bypassing the cache. */
export function useFetch() {
  const { client } = usePostmortemsData();
  return useCallback(
    <T, K extends QueryKey>(options: FetchQueryOptions<T, Error, T, K>) =>
      client.fetchQuery({ ...options, staleTime: 0 }),
    [client],
  );
}

/**
 * Combines several queries into one. It has a value once all of them have one, and the error of the
 * first one that failed.
 */
export function together<T extends object>(parts: {
  [K in keyof T]: Loaded<T[K]>;
}): Loaded<T> {
  const entries = Object.entries(parts) as [string, Loaded<unknown>][];
  const failed = entries.filter(([, part]) => part.error);
  const isComplete = entries.every(([, part]) => part.value !== undefined);
  return {
    value: isComplete
      ? (Object.fromEntries(
          entries.map(([name, part]) => [name, part.value]),
        ) as T)
      : undefined,
    error: failed[0]?.[1].error,
    loading: entries.some(([, part]) => part.loading),
    retry: () => failed.forEach(([, part]) => part.retry()),
  };
}
