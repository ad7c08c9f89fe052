import { useCallback } from 'react';
import type { EndpointName } from 'backstage-plugin-postmortems-common';
import { failureOf } from './failures';
import { isHidden } from './errors';
import { cacheResponse, isPostmortem } from './cachedResponses';
import { optimistic } from './optimistic';
import type { Rollback } from './optimistic';
import { usePostmortemsData } from './postmortemsData';
import type { PostmortemsData } from './postmortemsData';
import type { Input, Output } from './queries';

/**
 * Sends a change to the server. Screens then show the response or, after a conflict, the current
 * state.
 */
export type Send = <N extends EndpointName>(
  name: N,
  input: Input<N>,
) => Promise<Output<N>>;

/**
 * The postmortem id in a request's path; undefined if the request creates or changes several
 * postmortems.
 */
function subjectOf(input: unknown): string | undefined {
  const { params } = (input ?? {}) as { params?: { id?: string } };
  return params?.id;
}

/**
 * Mutation options for an operation: updates optimistically with rollback, caches the response, and
 * refetches everything else that may have changed.
 */
function changeOptions<N extends EndpointName>(
  { api, client, refresher }: PostmortemsData,
  name: N,
) {
  return {
    mutationKey: [name],
    mutationFn: (input: Input<N>) =>
      (api[name] as (each: Input<N>) => Promise<Output<N>>)(input),
    onMutate: (input: Input<N>): Rollback | undefined =>
      optimistic[name]?.(client, input),
    onSuccess: (response: Output<N>, input: Input<N>) => {
      const postmortemId = subjectOf(input);
      const isSection = name === 'putSection';
      if (isSection) refresher.sectionSaved(postmortemId!);
      cacheResponse(client, name, input, response);
      const returnedId = isPostmortem(response) ? response.id : undefined;
      if (returnedId) refresher.changed({ postmortemId: returnedId }, true);
      // Merging returns the remaining postmortem, but the duplicate has changed too.
      if (
        returnedId === undefined ||
        (postmortemId && postmortemId !== returnedId)
      ) {
        refresher.changed({ postmortemId }, isSection);
      }
    },
    onError: (error: Error, input: Input<N>, rollback?: Rollback) => {
      rollback?.();
      const failure = failureOf(error);
      // Sections are left out, because their editor resolves conflicts itself.
      if (failure.kind === 'stale' && name !== 'putSection') {
        const update = name.replace(/^remove/, 'update') as N;
        cacheResponse(client, update, input, failure.current);
      }
      // Refetch: a screen may show the optimistic change, or what the user may no longer see.
      if (rollback || isHidden(error)) {
        refresher.changed({ postmortemId: subjectOf(input) });
      }
    },
  };
}

/** Sends a change and updates the cache. */
export function sendChange<N extends EndpointName>(
  data: PostmortemsData,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  return data.client
    .getMutationCache()
    .build<Output<N>, Error, Input<N>, Rollback | undefined>(
      data.client,
      changeOptions(data, name),
    )
    .execute(input);
}

/** Returns a function that sends changes. The caller shows progress and errors. */
export function useSend(): Send {
  const data = usePostmortemsData();
  return useCallback<Send>(
    (name, input) => sendChange(data, name, input),
    [data],
  );
}
