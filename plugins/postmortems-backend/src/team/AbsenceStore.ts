import type { Knex } from 'knex';
import { fromDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'catalog_absences';

/** Refs per statement, below the databases' limits on bound parameters. */
const CHUNK = 500;

interface AbsenceRow {
  entity_ref: string;
  missing_since: DbTime;
  last_missed_at: DbTime;
}

/**
 * Stores since when people and groups that postmortems refer to have been missing from the catalog.
 */
export class AbsenceStore {
  /**
   * Since when each of these references has been missing. Omits those that weren't missing at the
   * last check.
   */
  async sinceWhen(tx: Knex, refs: string[]): Promise<Map<string, string>> {
    const since = new Map<string, string>();
    for (const chunk of chunks(refs)) {
      const rows = await tx<AbsenceRow>(TABLE).whereIn('entity_ref', chunk);
      for (const row of rows) {
        since.set(row.entity_ref, fromDbTime(row.missing_since));
      }
    }
    return since;
  }

  /** Records that these references are missing. Keeps the time of any earlier record. */
  async note(tx: Knex, refs: string[], now: Date): Promise<void> {
    for (const chunk of chunks(refs)) {
      await tx<AbsenceRow>(TABLE)
        .insert(
          chunk.map(ref => ({
            entity_ref: ref,
            missing_since: now,
            last_missed_at: now,
          })),
        )
        .onConflict('entity_ref')
        .merge(['last_missed_at']);
    }
  }

  /** Deletes the records for references that are back in the catalog. */
  async forget(tx: Knex, refs: string[]): Promise<void> {
    for (const chunk of chunks(refs)) {
      await tx<AbsenceRow>(TABLE).whereIn('entity_ref', chunk).delete();
    }
  }

  /**
   * Deletes the records for references that haven't been checked since a time, because they may
   * have been back in between.
   */
  async forgetUnsought(tx: Knex, since: Date): Promise<void> {
    await tx<AbsenceRow>(TABLE).where('last_missed_at', '<', since).delete();
  }
}

function chunks(refs: string[]): string[][] {
  const all: string[][] = [];
  for (let start = 0; start < refs.length; start += CHUNK) {
    all.push(refs.slice(start, start + CHUNK));
  }
  return all;
}
