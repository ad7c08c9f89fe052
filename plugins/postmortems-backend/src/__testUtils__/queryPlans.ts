import type { Knex } from 'knex';
import { isPostgres } from '../kernel/db/dialect';

/** A query that ran. */
export interface Ran {
  sql: string;
  bindings: Knex.Value[];
  rows: number;
}

/** Records the queries of some work, and the number of rows each returns. */
export async function watch(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<Ran[]> {
  const ran: Ran[] = [];
  const note = (response: unknown, query: Ran) => {
    const rows = Array.isArray(response)
      ? response
      : (response as { rows?: unknown[] } | undefined)?.rows ?? [];
    if (/^(select|with)/i.test(query.sql)) {
      ran.push({ ...query, rows: rows.length });
    }
  };
  knex.on('query-response', note);
  await work();
  knex.removeListener('query-response', note);
  return ran;
}

/** The row query, rather than counts or, on SQLite, rows of teams. */
export function theQuery(ran: Ran[]): Ran {
  return ran.find(
    ({ sql }) => !/^select count.*as .(rows|matching).$/.test(sql),
  )!;
}

/** The query plan, without costs. */
export async function explain(
  knex: Knex,
  { sql, bindings }: Ran,
): Promise<string> {
  if (!isPostgres(knex)) {
    const plan: { detail: string }[] = await knex.raw(
      `explain query plan ${sql}`,
      bindings,
    );
    return plan.map(step => step.detail).join('\n');
  }
  const { rows } = await knex.raw(
    `explain (costs off) ${sql.replace(/\$\d+/g, '?')}`,
    bindings,
  );
  return rows
    .map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN'])
    .join('\n');
}
