import { complianceRate } from 'backstage-plugin-postmortems-common';
import type {
  Insights,
  InsightsPeriod,
  InsightsRange,
  OnTimeFigures,
} from 'backstage-plugin-postmortems-common';
import { periodsOf, placeIn } from './ranges';
import { groupBy } from './selected';
import type { Selected } from './selected';

/** Incidents over time and by severity. */
export function incidentsOf(
  selected: Selected[],
  previous: Selected[],
  periods: InsightsPeriod[],
): Insights['incidents'] {
  const ranks = new Map(selected.map(({ severity, rank }) => [severity, rank]));
  const severities = [...ranks]
    .sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
    .map(([severity]) => severity);
  const byPeriod = inPeriods(selected, periods);
  return {
    n: selected.length,
    previous: previous.length,
    periods: periods.map((period, index) => {
      const bySeverity = groupBy(byPeriod[index], each => each.severity);
      return {
        ...period,
        n: byPeriod[index].length,
        severities: Object.fromEntries(
          severities.map(severity => [
            severity,
            bySeverity.get(severity)?.length ?? 0,
          ]),
        ),
      };
    }),
    severities,
  };
}

/** The on-time rate, always by quarter. */
export function onTimeOf(
  selected: Selected[],
  previous: Selected[],
  range: InsightsRange,
): Insights['onTime'] {
  const quarters = periodsOf(range, 'quarter');
  const byQuarter = inPeriods(selected, quarters);
  return {
    ...onTime(selected),
    previous: onTime(previous),
    quarters: quarters.map((quarter, index) => ({
      ...quarter,
      ...onTime(byQuarter[index]),
    })),
  };
}

/** Counts that stand beside every rate. */
export function besideOf(selected: Selected[]): Insights['beside'] {
  return {
    imported: count(selected, ({ status }) => status === 'claimed'),
    deleted: selected.reduce((sum, { deletions }) => sum + deletions, 0),
    byException: count(
      selected,
      ({ hasExceptions, status }) =>
        hasExceptions && ['met', 'late', 'overdue'].includes(status),
    ),
    createdByPerson: count(selected, each => each.createdByPerson),
    unresolved: count(selected, ({ isResolved }) => !isResolved),
  };
}

function onTime(selected: Selected[]): OnTimeFigures {
  const counts = { met: 0, late: 0, overdue: 0 };
  for (const { status } of selected) {
    if (status === 'met' || status === 'late' || status === 'overdue') {
      counts[status] += 1;
    }
  }
  return { ...counts, ...complianceRate(counts) };
}

function inPeriods(
  selected: Selected[],
  periods: InsightsPeriod[],
): Selected[][] {
  const placeOf = placeIn(periods);
  const byPeriod = periods.map((): Selected[] => []);
  for (const each of selected) byPeriod[placeOf(each.startedAt)].push(each);
  return byPeriod;
}

/** How many match. */
export function count<T>(all: T[], matches: (one: T) => boolean): number {
  return all.reduce((n, one) => (matches(one) ? n + 1 : n), 0);
}
