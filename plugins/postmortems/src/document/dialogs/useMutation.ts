import { useCallback } from 'react';
import { isPostmortem } from '../../data/cachedResponses';
import { failureOf } from '../../data/failures';
import { useRequest } from '../../ui/feedback/useRequest';
import { useDocument } from '../useDocument';

/** A change to the postmortem, made by a button or dialog. */
export interface Mutation {
  /** Makes the change. Resolves to the response, or to undefined after a failure. */
  run: <T>(change: () => Promise<T>) => Promise<T | undefined>;
  busy: boolean;
  /** Why the last attempt failed. */
  error?: string;
}

/**
 * Changes the postmortem and shows the result. After a conflict, shows the current state so that the
 * user can decide again.
 */
export function useMutation(): Mutation {
  const { postmortem, thaw } = useDocument();
  const { id } = postmortem;
  const { run: request, busy, error } = useRequest();

  const run = useCallback<Mutation['run']>(
    async change => {
      const show = (response: unknown) => {
        if (isPostmortem(response) && response.id === id) thaw?.(response);
      };
      const response = await request(() =>
        change().catch(thrown => {
          const stale = failureOf(thrown);
          if (stale.kind === 'stale') show(stale.current);
          throw thrown;
        }),
      );
      show(response);
      return response;
    },
    [request, thaw, id],
  );

  return { run, busy, error };
}
