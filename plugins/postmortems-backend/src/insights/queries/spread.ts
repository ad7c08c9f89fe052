import type { Knex } from 'knex';
import { FEWEST_FOR_MEDIAN } from 'backstage-plugin-postmortems-common';
import type { Spread } from 'backstage-plugin-postmortems-common';
import { medianOf, ninetiethOf } from '../../kernel/db/dialect';

/** A number as read: PostgreSQL returns some as text. */
type DbNumber = number | string;

export interface SpreadRow {
  n: DbNumber;
  median: DbNumber | null;
  p90: DbNumber | null;
  least: DbNumber | null;
  most: DbNumber | null;
}

/** Selects the columns of {@link SpreadRow} for a column without nulls. */
export function selectSpread(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
): void {
  query.count({ n: '*' }).select({
    median: medianOf(knex, column),
    p90: ninetiethOf(knex, column),
    least: knex.raw('min(??)', [column]),
    most: knex.raw('max(??)', [column]),
  });
}

/** @param row - undefined if there are no values */
export function toSpread(row: SpreadRow | undefined): Spread {
  const n = Number(row?.n ?? 0);
  if (!row || n === 0) return { n: 0, values: [] };
  if (n >= FEWEST_FOR_MEDIAN) {
    return { n, median: Number(row.median), p90: Number(row.p90), values: [] };
  }
  const values = [Number(row.least), Number(row.most)];
  return { n, values: values.slice(0, n) };
}
