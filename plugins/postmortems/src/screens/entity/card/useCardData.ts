import { postmortemQueries } from '../../../data/queries';
import { together, useLoaded } from '../../../data/useLoaded';
import { useEntityFigures } from '../useEntityFigures';

/** Number of postmortems to show; enough to notice recurring incidents. */
const LAST = 3;

/** Loads an entity's figures and its latest postmortems, newest first. */
export function useCardData(ref: string) {
  return together({
    figures: useEntityFigures(ref),
    last: useLoaded({
      ...postmortemQueries.list({
        entityRef: [ref],
        limit: LAST,
        totalItems: 'exclude',
      }),
      placeholderData: undefined,
    }),
  });
}
