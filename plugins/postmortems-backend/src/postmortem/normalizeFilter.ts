import { InputError } from '@backstage/errors';
import type {
  ActionItemFilter,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { canonicalRef } from '../kernel/normalize';
import type { SeverityScale } from '../policy/SeverityScale';

/**
 * Converts severities and references in a filter to their stored form.
 *
 * @throws InputError for an unknown severity, or for bounds without `duration`
 */
export function normalizeFilter(
  filter: PostmortemFilter,
  severities: SeverityScale,
): PostmortemFilter {
  const { duration, durationAtLeast, durationBelow } = filter;
  if (!duration && (durationAtLeast ?? durationBelow) !== undefined) {
    throw new InputError(
      'duration is required with durationAtLeast and durationBelow. Use detect, mitigate, resolve or publish',
    );
  }
  return {
    ...filter,
    awaitingReviewBy: filter.awaitingReviewBy?.map(canonicalRef),
    ...normalizeShared(filter, severities),
  };
}

/**
 * Like `normalizeFilter`, for action items.
 *
 * @throws InputError for an unknown severity
 */
export function normalizeActionItemFilter(
  filter: ActionItemFilter,
  severities: SeverityScale,
): ActionItemFilter {
  return { ...filter, ...normalizeShared(filter, severities) };
}

function normalizeShared(
  filter: Pick<
    ActionItemFilter,
    'entityRef' | 'teamRef' | 'ownerRef' | 'severity'
  >,
  severities: SeverityScale,
) {
  const refs = (values: string[] | undefined) =>
    values?.map(value => (value === 'none' ? value : canonicalRef(value)));
  return {
    entityRef: refs(filter.entityRef),
    teamRef: refs(filter.teamRef),
    ownerRef: refs(filter.ownerRef),
    severity: filter.severity?.map(severity =>
      severities.resolve(severity, 'severity'),
    ),
  };
}
