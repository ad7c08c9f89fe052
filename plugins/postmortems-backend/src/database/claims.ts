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
 * a short time that it prolongs while it is at work: what it has not done because it died, the next
 * takes on soon.
 */

/** How long rows are left to whoever took them on and says nothing, in milliseconds. */
const LEASE_MS = 30_000;
/** How often whoever is at work says so. */
const PROLONG_MS = 10_000;

/** What was tried in vain is put off by no more than this, in milliseconds. */
export const LONGEST_RETRY_MS = 3_600_000;

/** Taking on rows. */
export interface Claim {
  /** Who does it, where whoever ends the work has to show that. */
  by?: string;
  now: Date;
  limit: number;
}

/**
 * Nobody has taken the row on, or not until now. A claim that ends later than any can was made
 * by a clock that went wrong, and nobody waits for that.
 */
export function isFree(query: Knex.QueryBuilder, now: Date): void {
  query
    .whereNull('claimed_until')
    .orWhere('claimed_until', '<=', now)
    .orWhere('claimed_until', '>', later(now, 2 * LEASE_MS));
}

/** It is to be done by now, or later than anything is put off: that, too, was a clock. */
export function isDue(
  query: Knex.QueryBuilder,
  column: string,
  now: Date,
): void {
  query
    .where(column, '<=', now)
    .orWhere(column, '>', later(now, LONGEST_RETRY_MS));
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
          claimed_until: later(claim.now, LEASE_MS),
        });
    }
    return rows;
  });
}

/** Gives back what was taken on. */
async function releaseRows(
  knex: Knex,
  table: string,
  by: string,
): Promise<void> {
  await knex(table)
    .where({ claimed_by: by })
    .update({ claimed_by: null, claimed_until: null });
}

/** Keeps what was taken on for as long as the work on it takes, and gives back what is left. */
export async function whileClaimed(
  knex: Knex,
  table: string,
  claim: { by: string; clock: () => Date },
  work: () => Promise<void>,
): Promise<void> {
  const prolong = () =>
    knex(table)
      .where({ claimed_by: claim.by })
      .update({ claimed_until: later(claim.clock(), LEASE_MS) })
      // It is left to the next then, which does no harm.
      .catch(() => {});
  const timer = setInterval(prolong, PROLONG_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
    await releaseRows(knex, table, claim.by);
  }
}

function later(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}
