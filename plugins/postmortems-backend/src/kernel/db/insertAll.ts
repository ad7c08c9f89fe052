import type { Knex } from 'knex';

/** Rows per insert, below the databases' limits on bound parameters. */
const CHUNK = 100;

/** Inserts any number of rows in chunks. */
export async function insertAll(
  tx: Knex,
  table: string,
  rows: object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx(table).insert(rows.slice(start, start + CHUNK));
  }
}
