import { useCallback } from 'react';
import { useMutation } from '@tanstack/react-query';
import { failureOf } from '../../data/failures';
import type { Failure } from '../../data/failures';
import { usePostmortemsData } from '../../data/postmortemsData';
import { useTexts } from '../../texts/useTexts';

/** The state of a request that a button sends. */
export interface Request {
  /** Sends the request. Resolves to the response, or to undefined after a failure. */
  run: <T>(send: () => Promise<T>) => Promise<T | undefined>;
  busy: boolean;
  failure?: Failure;
  /** Why the last request failed, as text for the user. */
  error?: string;
}

/** Tracks whether a request is running, and why the last one failed. */
export function useRequest(): Request {
  const { client } = usePostmortemsData();
  const { t } = useTexts();
  const { mutateAsync, isPending, error } = useMutation(
    { mutationFn: (send: () => Promise<unknown>) => send() },
    client,
  );
  const run = useCallback(
    <T>(send: () => Promise<T>) =>
      mutateAsync(send).catch(() => undefined) as Promise<T | undefined>,
    [mutateAsync],
  );
  const failure = error ? failureOf(error) : undefined;
  return {
    run,
    busy: isPending,
    failure,
    error:
      failure?.kind === 'stale'
        ? t('document.changedByOthers')
        : failure?.message,
  };
}
