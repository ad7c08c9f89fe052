import type { UrlFilter } from '../../ui/filters/filter';
import { underWay } from '../work/filters';

/** The filters of the panels, which are also those of the lists that the panels link to. */

const ahead = { complianceStatus: ['due-soon', 'on-track'] };

export function overduePostmortems(team: UrlFilter): UrlFilter {
  return { ...team, complianceStatus: ['overdue'] };
}

export function overdueItems(team: UrlFilter): UrlFilter {
  return { ...team, overdue: 'true' };
}

/** Postmortems that aren't overdue yet. */
export function upcomingPostmortems(team: UrlFilter): UrlFilter {
  return { ...team, ...ahead };
}

/** Committed action items that aren't overdue yet. */
export function upcomingActionItems(team: UrlFilter): UrlFilter {
  return { ...team, ...underWay, overdue: 'false' };
}

export function soonPostmortems(team: UrlFilter, before?: string): UrlFilter {
  return { ...upcomingPostmortems(team), dueBefore: before };
}

export function soonItems(team: UrlFilter, before?: string): UrlFilter {
  return { ...upcomingActionItems(team), dueBefore: before };
}
