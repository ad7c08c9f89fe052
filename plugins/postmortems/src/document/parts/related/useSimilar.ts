import { useCallback } from 'react';
import type { SimilarPostmortem } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../../data/queries';
import { useLoaded } from '../../../data/useLoaded';
import { postmortemRouteRef } from '../../../routes';
import { useRouteRef } from '../../../ui/navigation/useRouteRef';
import { useDocument } from '../../useDocument';

const NONE: SimilarPostmortem[] = [];

/**
 * Postmortems similar to the one on the page, without those that it already links. Loaded once per
 * visit.
 */
export function useSimilar(): SimilarPostmortem[] {
  const { postmortem } = useDocument();
  const addressOf = useAddressOf();
  const { value } = useLoaded({
    ...postmortemQueries.similarTo(postmortem.id),
    placeholderData: undefined,
  });
  const linked = new Set(postmortem.links.map(({ url }) => url));
  return value?.items.filter(({ id }) => !linked.has(addressOf(id))) ?? NONE;
}

/** Returns a function that returns the full URL of a postmortem. */
export function useAddressOf(): (id: string) => string {
  const linkTo = useRouteRef(postmortemRouteRef);
  return useCallback(
    id => new URL(linkTo({ id }), window.location.origin).href,
    [linkTo],
  );
}
