import type { Insights } from 'backstage-plugin-postmortems-common';

/** Action items that were opened, done and declined in a month or quarter. */
export type ChangedItems = Insights['actionItems']['months'][number];

/** Adds up months to quarters, for long ranges. */
export function toQuarters(months: ChangedItems[]): ChangedItems[] {
  const quarters = new Map<string, ChangedItems>();
  for (const month of months) {
    const [year, number] = month.period.split('-');
    const period = `${year}-Q${Math.ceil(Number(number) / 3)}`;
    const sum = quarters.get(period);
    quarters.set(
      period,
      sum
        ? {
            ...sum,
            startedBefore: month.startedBefore,
            opened: sum.opened + month.opened,
            done: sum.done + month.done,
            declined: sum.declined + month.declined,
          }
        : { ...month, period },
    );
  }
  return [...quarters.values()];
}
