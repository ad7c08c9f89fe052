import type {
  ListIncidentsQuery,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';

/** Filters that apply to both postmortems and incidents without a postmortem. */
const SHARED = [
  'entityRef',
  'teamRef',
  'subTeams',
  'severity',
  'resolved',
  'startedAfter',
  'startedBefore',
  'q',
  'source',
] as const satisfies (keyof PostmortemFilter & keyof ListIncidentsQuery)[];

/**
 * Converts a list's filter to the matching filter for incidents without a postmortem. Such an
 * incident counts as an unowned draft with a pending deadline, created by a source.
 *
 * @returns undefined if the filter matches no such incident
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
    !filter.factor &&
    !filter.duration &&
    !filter.withoutDuration &&
    !filter.dueBefore;
  if (!matches) return undefined;
  return Object.fromEntries(
    SHARED.flatMap(name =>
      filter[name] === undefined ? [] : [[name, filter[name]]],
    ),
  );
}
