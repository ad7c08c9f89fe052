/** Days of the on-time rate and the exceptions, and of the range before to compare with. */
export const RANGE_DAYS = 90;

/** A range of days in UTC. */
export interface Days {
  /** The first day. */
  startedAfter: string;
  /** The day after the last one. */
  startedBefore: string;
}

/** How many postmortems were due, and how many of them met their deadline. */
export interface OnTime {
  due: number;
  met: number;
}

/**
 * A group's numbers, with those of its subgroups. Each is that of the list that the weekly digest
 * links to.
 */
export interface GroupFigures {
  groupRef: string;
  range: Days;
  onTime: OnTime;
  onTimeBefore: OnTime;
  overduePostmortems: number;
  overdueActionItems: number;
  uncovered: number;
  exceptions: number;
}

/** Whether there is anything to report. */
export function isWorthReporting(figures: GroupFigures): boolean {
  const { onTime, onTimeBefore } = figures;
  return [
    onTime.due,
    onTimeBefore.due,
    figures.overduePostmortems,
    figures.overdueActionItems,
    figures.uncovered,
    figures.exceptions,
  ].some(count => count > 0);
}
