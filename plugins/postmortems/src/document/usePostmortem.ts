import { useQuery } from '@tanstack/react-query';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { isHidden } from '../data/errors';
import { useLiveData } from '../data/postmortemsData';
import { postmortemQueries } from '../data/queries';

/**
 * Loads a postmortem and keeps it up to date, even while it is being edited: forms and editors hold
 * unsaved text and handle newer versions themselves.
 */
export function usePostmortem(id: string): {
  postmortem?: Postmortem;
  error?: Error;
  /** The id of a postmortem that was shown but is no longer visible to the user. */
  gone?: string;
  retry: () => void;
} {
  const { client } = useLiveData();
  const { data, error, refetch } = useQuery(
    postmortemQueries.detail(id),
    client,
  );

  const isGone = data && error && isHidden(error);
  return {
    postmortem: isGone ? undefined : data,
    // If a refetch fails, keep showing the postmortem, with its unsaved text.
    error: data ? undefined : error ?? undefined,
    gone: isGone ? data.id : undefined,
    retry: () => {
      refetch();
    },
  };
}
