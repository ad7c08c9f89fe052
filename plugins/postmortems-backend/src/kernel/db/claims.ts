import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * The database queues background work that any instance can do. An instance claims rows for a short
 * time and extends the claim while it works, so another instance can take over soon after a crash.
 */

/** How long a claim lasts without an extension, in milliseconds. */
const LEASE_MS = 30_000;
/** How often claims are extended, in milliseconds. */
const PROLONG_MS = 10_000;

/** Maximum retry delay, in milliseconds. */
export const LONGEST_RETRY_MS = 3_600_000;

/** A request to claim up to `limit` rows. */
export interface Claim {
  /** Identifies the worker. Only needed if it must prove its claim later. */
  by?: string;
  now: Date;
  limit: number;
}

/**
 * Selects rows that are unclaimed or whose claim has expired. Ignores a claim that ends too far in
 * the future, because it was made with a wrong clock.
 */
export function isFree(query: Knex.QueryBuilder, now: Date): void {
  query
    .whereNull('claimed_until')
    .orWhere('claimed_until', '<=', now)
    .orWhere('claimed_until', '>', later(now, 2 * LEASE_MS));
}

/**
 * Selects due rows. Includes rows with a due time further ahead than any retry delay, because it
 * was set with a wrong clock.
 */
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
 * Claims unclaimed rows of a table.
 *
 * @param which - selects and orders the rows
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
    // SQLite needs no row locks, because it allows only one writer at a time.
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

/** Releases claimed rows. */
async function releaseRows(
  knex: Knex,
  table: string,
  by: string,
): Promise<void> {
  await knex(table)
    .where({ claimed_by: by })
    .update({ claimed_by: null, claimed_until: null });
}

/** Extends claims while the work runs, and then releases any that remain. */
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
      // If this fails, the claim expires, which is harmless.
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
