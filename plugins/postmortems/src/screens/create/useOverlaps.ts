import type {
  Incident,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { incidentQueries, postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import type { CreateValues } from './useCreateForm';

const MOST = 3;

/**
 * Postmortems and incidents that affect the same entities as the new one, and overlap with it in
 * time.
 */
export interface Overlaps {
  postmortems: PostmortemSummary[];
  incidents: Incident[];
}

/** Finds possible duplicates once the affected entities and the start of the incident are known. */
export function useOverlaps({
  entityRefs,
  startedAt,
  resolvedAt,
}: Pick<CreateValues, 'entityRefs' | 'startedAt' | 'resolvedAt'>): Overlaps {
  const enabled = entityRefs.length > 0 && startedAt !== undefined;
  const query = {
    entityRef: entityRefs,
    // An ongoing incident overlaps with everything that started later.
    ...(resolvedAt && { startedBefore: resolvedAt }),
    resolvedAfter: startedAt,
    limit: MOST,
    totalItems: 'exclude',
  } as const;
  const found = { enabled, placeholderData: undefined };
  const postmortems = useLoaded({ ...postmortemQueries.list(query), ...found });
  const incidents = useLoaded({ ...incidentQueries.list(query), ...found });
  return {
    postmortems: postmortems.value?.items ?? [],
    incidents: incidents.value?.items ?? [],
  };
}
