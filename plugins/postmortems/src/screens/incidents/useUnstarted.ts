import type {
  Incident,
  Page,
  PostmortemFilter,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { incidentQueries, postmortemQueries } from '../../data/queries';
import { together, useLoaded } from '../../data/useLoaded';
import type { Loaded } from '../../data/useLoaded';
import { incidentFilterOf } from './incidentFilter';

/** Incidents that need a postmortem. */
export interface Unstarted {
  /** Untouched drafts, earliest due date first. */
  drafts: Page<PostmortemSummary>;
  /** Incidents without a draft. */
  waiting: Page<Incident>;
}

const NONE = { items: [], totalItems: 0, pageInfo: {} };

/** Returns an empty page if the filter excludes such items, or else the loaded page. */
function unless<T>(
  isExcluded: boolean,
  loaded: Loaded<Page<T>>,
): Loaded<Page<T>> {
  return isExcluded ? { value: NONE, loading: false, retry() {} } : loaded;
}

/** Loads the first few drafts and incidents that match the list's filter. */
export function useUnstarted(
  filter: PostmortemFilter,
  limit: number,
): Loaded<Unstarted> {
  const hasDrafts = filter.edited !== 'true';
  const ofIncidents = incidentFilterOf(filter);
  const drafts = useLoaded({
    ...postmortemQueries.unstarted(filter, limit),
    enabled: hasDrafts,
  });
  const waiting = useLoaded({
    ...incidentQueries.list({ ...ofIncidents, limit }),
    enabled: ofIncidents !== undefined,
  });
  return together<Unstarted>({
    drafts: unless(!hasDrafts, drafts),
    waiting: unless(!ofIncidents, waiting),
  });
}
