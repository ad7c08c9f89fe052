import { DateTime } from 'luxon';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceFigures,
  ComplianceGroup,
} from 'backstage-plugin-postmortems-common';
import { periodRange } from '../../ui/filters/days';

/** The key of the month or quarter that a day is in. */
function periodOf(day: DateTime, unit: 'month' | 'quarter'): string {
  return unit === 'month'
    ? day.toFormat('yyyy-MM')
    : `${day.year}-Q${day.quarter}`;
}

function noFigures(): ComplianceFigures {
  return {
    total: 0,
    counts: Object.fromEntries(
      complianceStatusSchema.options.map(status => [status, 0]),
    ) as ComplianceFigures['counts'],
    due: 0,
    byException: 0,
    createdByPerson: 0,
    imported: 0,
    deleted: 0,
    uncovered: 0,
  };
}

/**
 * Adds the periods without incidents between the first and the last one, so that a trend shows its
 * gaps. The latest period is first.
 */
export function withEmptyPeriods(
  groups: ComplianceGroup[],
  unit: 'month' | 'quarter',
): ComplianceGroup[] {
  const known = new Map(groups.map(group => [group.key, group]));
  const starts = groups
    .flatMap(({ key }) => periodRange(key)?.startedAfter ?? [])
    .sort();
  if (starts.length === 0) return groups;
  const first = DateTime.fromISO(starts[0], { zone: 'utc' });
  const all: ComplianceGroup[] = [];
  for (
    let day = DateTime.fromISO(starts[starts.length - 1], { zone: 'utc' });
    day >= first;
    day = day.minus({ months: unit === 'month' ? 1 : 3 })
  ) {
    const key = periodOf(day, unit);
    all.push(known.get(key) ?? { key, ...noFigures() });
  }
  return all;
}
