import type {
  ListIncidentsQuery,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';

/** Filters that incidents without a postmortem have in common with postmortems. */
const SHARED = [
  'entityRef',
  'teamRef',
  'subTeams',
  'severity',
  'resolved',
  'startedAfter',
  'startedBefore',
  'q',
] as const satisfies (keyof PostmortemFilter & keyof ListIncidentsQuery)[];

/**
 * The filter for incidents without a postmortem that corresponds to a filter of the list. They count
 * as unowned drafts of a source that are pending.
 *
 * @returns undefined if the filter matches none of them
 */
export function incidentFilterOf(
  filter: PostmortemFilter,
): ListIncidentsQuery | undefined {
  const includes = (values: string[] | undefined, value: string) =>
    !values || values.includes(value);
  const matches =
    includes(filter.status, 'draft') &&
    includes(filter.complianceStatus, 'pending') &&
    includes(filter.outcome, 'incident') &&
    includes(filter.ownerRef, 'none') &&
    includes(filter.origin, 'source') &&
    filter.edited !== 'true' &&
    filter.hasExceptions !== 'true' &&
    !filter.awaitingReviewBy &&
    !filter.label &&
    !filter.factorCategory &&
    !filter.dueBefore;
  if (!matches) return undefined;
  return Object.fromEntries(
    SHARED.flatMap(name =>
      filter[name] === undefined ? [] : [[name, filter[name]]],
    ),
  );
}
