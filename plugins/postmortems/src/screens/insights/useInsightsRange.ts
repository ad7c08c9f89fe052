import type { InsightsInterval } from 'backstage-plugin-postmortems-common';
import { useNow } from '../../ui/dates/useNow';
import { lastMonths } from '../../ui/filters/days';
import type { DayRange } from '../../ui/filters/days';
import type { UrlFilterState } from '../../ui/filters/useUrlFilter';

/** The ranges to choose from, in months. */
export const RANGES = [3, 6, 12, 24] as const;

const DEFAULT_MONTHS = 12;

/** Longer ranges are shown by quarter, so that columns don't get too narrow. */
const LONGEST_BY_MONTH = 400 * 86_400_000;

/** The range in the URL. Default: the last 12 months. */
export function useInsightsRange(state: UrlFilterState): {
  range: DayRange;
  /** One of `RANGES`; undefined if the range is none of them. */
  months: number | undefined;
  interval: InsightsInterval;
} {
  const { startedAfter, startedBefore } = state.filter;
  const now = useNow();
  const range =
    startedAfter || startedBefore
      ? { startedAfter, startedBefore }
      : lastMonths(DEFAULT_MONTHS, now);
  const months = startedBefore
    ? undefined
    : RANGES.find(
        each => lastMonths(each, now).startedAfter === range.startedAfter,
      );
  const end = range.startedBefore ? Date.parse(range.startedBefore) : now;
  const isLong =
    !range.startedAfter ||
    end - Date.parse(range.startedAfter) > LONGEST_BY_MONTH;
  return { range, months, interval: isLong ? 'quarter' : 'month' };
}
