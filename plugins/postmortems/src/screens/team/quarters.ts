import { DateTime } from 'luxon';
import type { ComplianceReport } from 'backstage-plugin-postmortems-common';
import { percentOnTime } from '../../ui/charts/rate';

/** On-time figures for the incidents that started in a quarter. */
export interface Quarter {
  /** The API's key, such as `2026-Q3`. */
  key: string;
  met: number;
  due: number;
  /** Undefined if nothing was due. */
  percent?: number;
}

/** The current quarter and the two before. */
export interface RecentQuarters {
  running: Quarter;
  last: Quarter;
  before: Quarter;
  /** The change in percentage points; undefined if nothing was due in one of the quarters. */
  trend?: number;
}

/** The first day (UTC) of the quarter `ago` quarters before the current one. */
function quarterStart(now: number, ago: number): DateTime<true> {
  return DateTime.fromMillis(now, { zone: 'utc' })
    .startOf('quarter')
    .minus({ quarters: ago }) as DateTime<true>;
}

/** The first day (UTC) of the three quarters in `RecentQuarters`. */
export function startOfQuarters(now: number): string {
  return quarterStart(now, 2).toISODate();
}

/**
 * Returns the current quarter and the two before, with zeros for quarters that the report omits
 * because they have no postmortems.
 */
export function recentQuarters(
  report: Pick<ComplianceReport, 'groups'>,
  now: number,
): RecentQuarters {
  function quarter(ago: number): Quarter {
    const start = quarterStart(now, ago);
    const key = `${start.year}-Q${start.quarter}`;
    const figures = report.groups.find(group => group.key === key);
    return {
      key,
      met: figures?.counts.met ?? 0,
      due: figures?.due ?? 0,
      percent: figures && percentOnTime(figures),
    };
  }
  const [running, last, before] = [0, 1, 2].map(quarter);
  const trend =
    last.percent === undefined || before.percent === undefined
      ? undefined
      : last.percent - before.percent;
  return { running, last, before, trend };
}
