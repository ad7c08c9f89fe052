import type { ComplianceGroupBy } from 'backstage-plugin-postmortems-common';
import { intersect, periodRange } from '../../ui/filters/days';
import type { UrlFilter } from '../../ui/filters/filter';

/**
 * The filter that lists exactly the postmortems in a group.
 *
 * @param base - the report's filters
 * @param key - the group's key; `undefined` for the total
 */
export function groupFilter(
  base: UrlFilter,
  groupBy: ComplianceGroupBy,
  key: string | undefined,
): UrlFilter {
  if (key === undefined) return base;
  switch (groupBy) {
    case 'team':
      return key === 'none'
        ? { ...base, teamRef: [key] }
        : { ...base, teamRef: [key], subTeams: 'include' };
    case 'entity':
      return { ...base, entityRef: [key] };
    case 'severity':
      return { ...base, severity: [key] };
    default:
      return { ...base, ...intersect(base, periodRange(key) ?? {}) };
  }
}
