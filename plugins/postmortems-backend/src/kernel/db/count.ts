import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';

/**
 * Counts rows up to a limit, to bound the cost.
 *
 * @param query - selects the rows to count
 * @returns the count fields for a page
 */
export async function countUpToBound(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<{ totalItems: number; totalItemsCapped?: true }> {
  const [{ count }] = await knex
    .from(query.limit(LIMITS.countedItems + 1).as('matching'))
    .count({ count: '*' });
  return Number(count) > LIMITS.countedItems
    ? { totalItems: LIMITS.countedItems, totalItemsCapped: true }
    : { totalItems: Number(count) };
}
