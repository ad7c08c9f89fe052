import { postmortemQueries } from '../../../data/queries';
import { together, useLoaded } from '../../../data/useLoaded';
import { useEntityFigures } from '../useEntityFigures';

/** Number of postmortems; enough to notice recurring incidents. */
const LAST = 3;

/** Loads the figures of an entity and its latest postmortems, newest first. */
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
