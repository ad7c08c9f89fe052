import type { Knex } from 'knex';
import { fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'catalog_absences';

/** Refs per statement, below the databases' limits on bound parameters. */
const CHUNK = 200;

/** A person or group that was missing from the catalog. */
export interface Absence {
  ref: string;
  missingSince: string;
  lastMissedAt: string;
}

interface AbsenceRow {
  entity_ref: string;
  missing_since: DbTime;
  last_missed_at: DbTime;
}

/**
 * Stores since when people and groups that postmortems refer to have been missing from the catalog.
 */
export class AbsenceStore {
  async list(knex: Knex): Promise<Absence[]> {
    const rows = await knex<AbsenceRow>(TABLE).select('*');
    return rows.map(row => ({
      ref: row.entity_ref,
      missingSince: fromDbTime(row.missing_since),
      lastMissedAt: fromDbTime(row.last_missed_at),
    }));
  }

  /**
   * Deletes and replaces records, in few statements. Each is a commit of its own, so that requests
   * can run in between.
   *
   * @param between - is awaited after each statement
   */
  async save(
    knex: Knex,
    { deleted, saved }: { deleted: string[]; saved: Absence[] },
    between: () => Promise<void>,
  ): Promise<void> {
    for (const chunk of chunks(deleted)) {
      await knex<AbsenceRow>(TABLE).whereIn('entity_ref', chunk).delete();
      await between();
    }
    for (const chunk of chunks(saved)) {
      await knex<AbsenceRow>(TABLE)
        .insert(
          chunk.map(({ ref, missingSince, lastMissedAt }) => ({
            entity_ref: ref,
            missing_since: toDbTime(missingSince),
            last_missed_at: toDbTime(lastMissedAt),
          })),
        )
        .onConflict('entity_ref')
        .merge();
      await between();
    }
  }
}

function chunks<T>(all: T[]): T[][] {
  const some: T[][] = [];
  for (let start = 0; start < all.length; start += CHUNK) {
    some.push(all.slice(start, start + CHUNK));
  }
  return some;
}
