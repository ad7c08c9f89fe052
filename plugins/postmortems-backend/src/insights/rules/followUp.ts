import type {
  ActionItemStatus,
  Insights,
  InsightsRange,
} from 'backstage-plugin-postmortems-common';
import { count } from './counts';
import { periodsOf, placeIn } from './ranges';
import { MISSING } from './selected';
import { spreadOf } from './spread';

const DAY_MS = 24 * 3_600_000;

/** An action item. Times are in milliseconds, or {@link MISSING}. */
export interface Item {
  status: ActionItemStatus;
  committedAt: number;
  /** Only if `committedAt` is missing. */
  createdAt: number;
  dueAt: number;
  closedAt: number;
}

/**
 * How follow-up goes. The range applies to when items were committed, closed and due, not to when
 * the incident started: the work on old incidents counts too.
 *
 * @param items - at least those that are open, and those committed or closed in the range
 * @param now - in milliseconds
 */
export function followUpOf(
  items: Item[],
  range: InsightsRange,
  now: number,
): Insights['actionItems'] {
  const after = Date.parse(range.startedAfter);
  const before = Date.parse(range.startedBefore);
  const isInRange = (time: number) =>
    time !== MISSING && time >= after && time < before;

  const periods = periodsOf(range, 'month');
  const placeOf = placeIn(periods);
  const months = periods.map(period => ({
    ...period,
    opened: 0,
    done: 0,
    declined: 0,
  }));
  for (const { status, committedAt, closedAt } of items) {
    if (isInRange(committedAt)) months[placeOf(committedAt)].opened += 1;
    if (isInRange(closedAt) && (status === 'done' || status === 'declined')) {
      months[placeOf(closedAt)][status] += 1;
    }
  }

  const open = items.filter(
    ({ status, closedAt }) =>
      closedAt === MISSING && (status === 'open' || status === 'in-progress'),
  );
  const ages = open.map(({ committedAt, createdAt }) => {
    const since = committedAt === MISSING ? createdAt : committedAt;
    return (now - since) / DAY_MS;
  });
  const dueAndDone = items.filter(
    ({ status, closedAt, dueAt }) =>
      status === 'done' && isInRange(closedAt) && dueAt !== MISSING,
  );
  return {
    months,
    open: {
      ...spreadOf(ages),
      ...(ages.length > 0 && {
        oldest: ages.reduce((oldest, age) => Math.max(oldest, age)),
      }),
    },
    onTime: withRate({
      onTime: count(dueAndDone, ({ closedAt, dueAt }) => closedAt <= dueAt),
      late: count(dueAndDone, ({ closedAt, dueAt }) => closedAt > dueAt),
      overdue: count(open, ({ dueAt }) => isInRange(dueAt) && dueAt < now),
    }),
  };
}

function withRate(counts: { onTime: number; late: number; overdue: number }) {
  const due = counts.onTime + counts.late + counts.overdue;
  return { ...counts, due, ...(due > 0 && { rate: counts.onTime / due }) };
}
