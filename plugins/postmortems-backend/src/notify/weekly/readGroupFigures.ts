import type {
  ComplianceFigures,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import type { Scope } from '../../kernel/access/Access';
import type { NotifyContext } from '../context';
import { RANGE_DAYS } from './groupFigures';
import type { Days, GroupFigures, OnTime } from './groupFigures';

const DAY_MS = 86_400_000;

/** A digest has no caller whose access could be checked, so it counts what isn't restricted. */
const INTERNAL: Scope = { field: 'visibility', anyOf: ['internal'] };

/** Counts what a group is accountable for. Incidents of today are left out of the ranges. */
export async function readGroupFigures(
  ctx: NotifyContext,
  groupRef: string,
  now: Date,
): Promise<GroupFigures> {
  const { knex, compliance, actionItemList, exceptions, policy } = ctx;
  const group = { teamRef: [groupRef], subTeams: 'include' as const };
  const reportOf = async (filter: PostmortemFilter) => {
    const { overall } = await compliance.report(
      knex,
      {
        groupBy: 'severity',
        rollUp: false,
        severities: policy.severities.definitions.map(({ id }) => id),
        filter: { ...group, ...filter },
        visible: INTERNAL,
      },
      now,
    );
    return overall;
  };
  const range = daysBefore(now);
  const all = await reportOf({});
  const { overall: overdue } = await actionItemList.summarize(
    knex,
    {
      groupBy: 'priority',
      filter: { ...group, overdue: 'true' },
      visible: INTERNAL,
    },
    now,
  );
  const { totalItems = 0 } = await exceptions.list(
    knex,
    {
      filter: { ...group, ...toTimes(range) },
      visible: INTERNAL,
      limit: 1,
      totalItems: 'include',
    },
    { now, policy },
  );
  return {
    groupRef,
    range,
    onTime: toOnTime(await reportOf(toTimes(range))),
    onTimeBefore: toOnTime(
      await reportOf(toTimes(daysBefore(new Date(range.startedAfter)))),
    ),
    overduePostmortems: all.counts.overdue,
    overdueActionItems: overdue.total,
    uncovered: all.uncovered ?? 0,
    exceptions: totalItems,
  };
}

function daysBefore(end: Date): Days {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  const midnight = Math.floor(end.getTime() / DAY_MS) * DAY_MS;
  return {
    startedAfter: day(midnight - RANGE_DAYS * DAY_MS),
    startedBefore: day(midnight),
  };
}

function toTimes({ startedAfter, startedBefore }: Days): Days {
  return {
    startedAfter: `${startedAfter}T00:00:00Z`,
    startedBefore: `${startedBefore}T00:00:00Z`,
  };
}

function toOnTime({ due, counts }: ComplianceFigures): OnTime {
  return { due, met: counts.met };
}
