import {
  isUnderWay,
  actionItemStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type { ActionItemFigures } from 'backstage-plugin-postmortems-common';
import type { UrlFilter } from '../../ui/filters/filter';

/**
 * Statuses shown by default: committed but unfinished. Proposed and closed items would make overdue
 * ones hard to find.
 */
export const openWork: string[] =
  actionItemStatusSchema.options.filter(isUnderWay);

/** URL value for all statuses. The API has no such value, so the filter is omitted in requests. */
export const ANY_STATUS = 'any';

/** The statuses to show for a filter in the URL. */
export function statusesShown(status: string[] | undefined): string[] {
  if (!status) return openWork;
  return status.includes(ANY_STATUS) ? [] : status;
}

/** The URL value for these statuses; undefined for the default. */
export function statusInAddress(
  shown: string[] | undefined,
): string[] | undefined {
  if (!shown?.length) return [ANY_STATUS];
  const isOpenWork =
    shown.length === openWork.length &&
    openWork.every(each => shown.includes(each));
  return isOpenWork ? undefined : shown;
}

/** Adds the default statuses to a filter. */
export function withStatuses({ status, ...filter }: UrlFilter): UrlFilter {
  const shown = statusesShown(status);
  return shown.length > 0 ? { ...filter, status: shown } : filter;
}

/** Number of committed and unfinished items. */
export function countOpen(figures: ActionItemFigures): number {
  return actionItemStatusSchema.options
    .filter(isUnderWay)
    .reduce((sum, status) => sum + figures.counts[status], 0);
}
