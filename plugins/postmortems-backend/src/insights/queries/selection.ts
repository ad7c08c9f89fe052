import type { Knex } from 'knex';
import type {
  InsightsFilter,
  InsightsInterval,
  InsightsRange,
} from 'backstage-plugin-postmortems-common';
import type { Selection } from '../../kernel/access/scopeSql';
import { applyFilter } from '../../postmortem/filters';

/** A request for insights, with normalized filters. */
export interface InsightsRequest extends Selection<InsightsFilter> {
  interval: InsightsInterval;
  range: InsightsRange;
  previousRange: InsightsRange;
}

/** The selected postmortems whose incidents started in a range. */
export function postmortemsIn(
  knex: Knex,
  { filter, visible }: InsightsRequest,
  range: InsightsRange,
  now: Date,
): Knex.QueryBuilder {
  const query = knex('postmortems');
  applyFilter(knex, query, { visible, filter: { ...filter, ...range } }, now);
  return query;
}

/** The range and the previous range combined. */
export function bothRanges({
  range,
  previousRange,
}: InsightsRequest): InsightsRange {
  return { ...range, startedAfter: previousRange.startedAfter };
}

/** Whether an incident started in the range rather than in the one before: 1 or 0. */
export function isInRange(knex: Knex, { range }: InsightsRequest): Knex.Raw {
  return knex.raw('case when postmortems.started_at >= ? then 1 else 0 end', [
    new Date(range.startedAfter),
  ]);
}
