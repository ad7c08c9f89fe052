/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/*
 * Work that any instance can do stands in the database. Whoever does it claims its rows first, for
 * a time: what it has not done by then, because it died, the next takes on.
 */

/** Taking on rows until a time. */
export interface Claim {
  /** Who does it, where whoever ends the work has to show that. */
  by?: string;
  now: Date;
  until: Date;
  limit: number;
}

/** Nobody has taken the row on, or not until now. */
export function isFree(query: Knex.QueryBuilder, now: Date): void {
  query.whereNull('claimed_until').orWhere('claimed_until', '<=', now);
}

/**
 * Takes on rows of a table that nobody else has.
 *
 * @param which - selects and orders the rows that something is to be done with
 */
export async function claimRows<Row extends { id: number | string }>(
  knex: Knex,
  table: string,
  claim: Claim,
  which: (query: Knex.QueryBuilder) => void,
): Promise<Row[]> {
  return knex.transaction(async tx => {
    const free = tx(table)
      .where(any => isFree(any, claim.now))
      .limit(claim.limit);
    which(free);
    // SQLite has one writer at a time anyway.
    const rows: Row[] = await (isPostgres(tx)
      ? free.forUpdate().skipLocked()
      : free);
    if (rows.length > 0) {
      await tx(table)
        .whereIn(
          'id',
          rows.map(({ id }) => id),
        )
        .update({
          ...(claim.by && { claimed_by: claim.by }),
          claimed_until: claim.until,
        });
    }
    return rows;
  });
}

/** Gives back what was taken on. */
export async function releaseRows(
  knex: Knex,
  table: string,
  by: string,
): Promise<void> {
  await knex(table)
    .where({ claimed_by: by })
    .update({ claimed_by: null, claimed_until: null });
}
