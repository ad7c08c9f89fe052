import type { UrlFilter } from '../../ui/filters/filter';
import { underWay } from '../work/filters';

/** Filters of the panels, as in the URLs of their lists. */

const ahead = { complianceStatus: ['due-soon', 'on-track'] };

export function overduePostmortems(team: UrlFilter): UrlFilter {
  return { ...team, complianceStatus: ['overdue'] };
}

export function overdueItems(team: UrlFilter): UrlFilter {
  return { ...team, overdue: 'true' };
}

/** Postmortems whose deadline is ahead. */
export function upcomingPostmortems(team: UrlFilter): UrlFilter {
  return { ...team, ...ahead };
}

/** Committed action items whose due date is ahead. */
export function upcomingActionItems(team: UrlFilter): UrlFilter {
  return { ...team, ...underWay, overdue: 'false' };
}

export function soonPostmortems(team: UrlFilter, before?: string): UrlFilter {
  return { ...upcomingPostmortems(team), dueBefore: before };
}

export function soonItems(team: UrlFilter, before?: string): UrlFilter {
  return { ...upcomingActionItems(team), dueBefore: before };
}
