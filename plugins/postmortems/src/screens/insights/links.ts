import type {
  DurationKind,
  InsightsRange,
} from 'backstage-plugin-postmortems-common';
import { dueStatuses } from '../../ui/charts/rate';
import { linkTo } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { ANY_STATUS } from '../actionItems/openWork';
import { complianceLinks } from '../compliance/views';

const MIDNIGHT = /T00:00:00(\.0+)?Z$/;

/** Shortens a time at midnight UTC to a date, which means the same in the URL. */
function toDay(time: string): string {
  return time.replace(MIDNIGHT, '');
}

function within({ startedAfter, startedBefore }: InsightsRange): UrlFilter {
  return {
    startedAfter: toDay(startedAfter),
    startedBefore: toDay(startedBefore),
  };
}

/** Links to the lists behind the numbers. */
export interface InsightLinks {
  /** Postmortems in the insights' range, or in a part of it. */
  postmortems: (filter?: UrlFilter, range?: InsightsRange) => string;
  /** Postmortems that were due. */
  due: (range?: InsightsRange) => string;
  /** Postmortems for which a response time is known, optionally with bounds in minutes. */
  duration: (
    duration: DurationKind,
    options?: { range?: InsightsRange; atLeast?: number; below?: number },
  ) => string;
  /** Action items that were committed, done or declined in a range. */
  actionItems: (
    change: 'opened' | 'done' | 'declined',
    range: InsightsRange,
  ) => string;
  /** Action items that were done by their due date. */
  actionItemsOnTime: (range: InsightsRange) => string;
  /** Action items that are open now. */
  openActionItems: string;
  /** Those of them whose due date has passed. */
  overdueActionItems: string;
  /** Incidents that need a postmortem. */
  uncovered: (filter?: UrlFilter) => string;
  deleted: string;
}

/**
 * @param root - path of the plugin's page
 * @param filter - the filters set on the insights page, including the dates
 */
export function insightLinks(root: string, filter: UrlFilter): InsightLinks {
  const { startedAfter, startedBefore, ...scope } = filter;
  const compliance = complianceLinks(root);
  const postmortems: InsightLinks['postmortems'] = (more, range) =>
    linkTo(`${root}/all`, {
      ...filter,
      ...(range && within(range)),
      ...more,
    });
  const actionItems = (more: UrlFilter) =>
    linkTo(`${root}/action-items`, { ...scope, ...more });

  return {
    postmortems,
    due: range => postmortems({ complianceStatus: dueStatuses }, range),
    duration: (duration, { range, atLeast, below } = {}) =>
      postmortems(
        {
          duration,
          ...(atLeast !== undefined && { durationAtLeast: String(atLeast) }),
          ...(below !== undefined && { durationBelow: String(below) }),
        },
        range,
      ),
    actionItems: (change, range) => {
      const { startedAfter: after, startedBefore: before } = within(range);
      return actionItems(
        change === 'opened'
          ? {
              status: [ANY_STATUS],
              committedAfter: after,
              committedBefore: before,
            }
          : { status: [change], closedAfter: after, closedBefore: before },
      );
    },
    actionItemsOnTime: range => {
      const { startedAfter: after, startedBefore: before } = within(range);
      return actionItems({
        status: ['done'],
        closedOnTime: 'true',
        closedAfter: after,
        closedBefore: before,
      });
    },
    openActionItems: actionItems({}),
    uncovered: more => compliance.incidents({ ...filter, ...more }),
    deleted: compliance.exceptions({ ...filter, kind: ['deleted'] }),
    overdueActionItems: actionItems({ overdue: 'true' }),
  };
}
