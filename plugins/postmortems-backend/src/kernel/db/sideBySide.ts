import type { Knex } from 'knex';

type Results<T extends (() => Promise<unknown>)[]> = {
  [K in keyof T]: Awaited<ReturnType<T[K]>>;
};

/**
 * Runs queries in parallel on separate connections. A transaction has only one connection, so in a
 * transaction they run one after another.
 */
export async function sideBySide<T extends (() => Promise<unknown>)[]>(
  knex: Knex,
  queries: [...T],
): Promise<Results<T>> {
  if (!knex.isTransaction) {
    return Promise.all(queries.map(query => query())) as Promise<Results<T>>;
  }
  const results = [];
  for (const query of queries) results.push(await query());
  return results as Results<T>;
}
