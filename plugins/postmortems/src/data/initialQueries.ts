import type { QueryKey } from '@tanstack/react-query';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { dataOf } from './postmortemsData';
import {
  actionItemQueries,
  complianceQueries,
  incidentQueries,
  policyQueries,
  postmortemQueries,
} from './queries';

/**
 * How many unstarted drafts, and how many incidents without a draft, are shown above a list at
 * first.
 */
export const FIRST_UNSTARTED = 3;

/** Default order of postmortem lists. */
export const INITIAL_ORDER = 'startedAt,desc';

interface Scope {
  entityRef?: string[];
}

function listQueries(scope: Scope, search: string) {
  // Only the screen knows how its filters translate into a query.
  return search
    ? []
    : [
        postmortemQueries.list({ ...scope, orderField: INITIAL_ORDER }),
        postmortemQueries.unstarted(scope, FIRST_UNSTARTED),
        incidentQueries.list({ ...scope, limit: FIRST_UNSTARTED }),
      ];
}

function prefetch(
  api: PostmortemsApi,
  queries: { queryKey: QueryKey }[],
): void {
  const { client } = dataOf(api);
  for (const query of queries) client.prefetchQuery(query);
}

/** Prefetches the data shown first in the list of all postmortems. */
export function prefetchList(api: PostmortemsApi, search: string): void {
  prefetch(api, [...listQueries({}, search), policyQueries.inForce()]);
}

/** Prefetches the data shown first in the Postmortems tab: the list, and then the figures. */
export function prefetchEntity(
  api: PostmortemsApi,
  ref: string,
  search: string,
): void {
  const entityRef = [ref];
  prefetch(api, [
    ...listQueries({ entityRef }, search),
    complianceQueries.report({ groupBy: 'severity', entityRef }),
    actionItemQueries.summary({ groupBy: 'priority', entityRef }),
    policyQueries.inForce(),
  ]);
}
