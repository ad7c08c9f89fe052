import type {
  ActionItemFilter,
  InsightsQuery,
  ListIncidentsQuery,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';

const listParameters = [
  'severity',
  'status',
  'complianceStatus',
  'outcome',
  'teamRef',
  'entityRef',
  'ownerRef',
  'awaitingReviewBy',
  'label',
  'postmortemId',
  'priority',
  'kind',
  'origin',
  'factorCategory',
  'factor',
  'source',
] as const;

const singleParameters = [
  'subTeams',
  'edited',
  'hasExceptions',
  'resolved',
  'startedAfter',
  'startedBefore',
  'overdue',
  'dueBefore',
  'committedAfter',
  'committedBefore',
  'closedAfter',
  'closedBefore',
  'closedOnTime',
  'duration',
  'durationAtLeast',
  'durationBelow',
  'withoutDuration',
  'q',
] as const;

const timeParameters = [
  'startedAfter',
  'startedBefore',
  'dueBefore',
  'committedAfter',
  'committedBefore',
  'closedAfter',
  'closedBefore',
] as const;

type ListParameter = (typeof listParameters)[number];
type SingleParameter = (typeof singleParameters)[number];

/**
 * Filters in the URL, named as in the API. Each screen offers those that its list supports.
 *
 * Times are instants, so that a link shows everyone the same list. A plain date is a day in UTC, as
 * in compliance figures.
 */
export type UrlFilter = Partial<
  Record<ListParameter, string[]> & Record<SingleParameter, string>
>;

export function readFilter(search: URLSearchParams): UrlFilter {
  const filter: UrlFilter = {};
  for (const name of listParameters) {
    const values = search.getAll(name).filter(Boolean);
    if (values.length > 0) filter[name] = values;
  }
  for (const name of singleParameters) {
    const value = search.get(name);
    if (value) filter[name] = value;
  }
  return filter;
}

/** Sets the given filters in `search`. Undefined ones are removed, others are kept. */
export function writeFilter(
  search: URLSearchParams,
  filter: UrlFilter,
): URLSearchParams {
  const result = new URLSearchParams(search);
  for (const [name, value] of Object.entries(filter)) {
    result.delete(name);
    for (const each of [value ?? []].flat()) result.append(name, each);
  }
  return result;
}

/** A link to the list at `path` with exactly this filter. */
export function linkTo(
  path: string,
  filter: UrlFilter,
  orderField?: string,
): string {
  const search = writeFilter(new URLSearchParams(), filter);
  if (orderField) search.set('orderField', orderField);
  return `${path}?${search}`;
}

/** A plain date starts at midnight UTC. */
function toTime(value: string) {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;
}

/** Converts filters to API parameters, by default those for postmortems. */
export function toApiFilter<
  F extends
    | PostmortemFilter
    | ActionItemFilter
    | InsightsQuery
    | ListIncidentsQuery = PostmortemFilter,
>(filter: UrlFilter): F {
  const times = timeParameters.flatMap(name => {
    const value = filter[name];
    return value ? [[name, toTime(value)]] : [];
  });
  return { ...filter, ...Object.fromEntries(times) };
}
