import type { Knex } from 'knex';
import { fromDbTime } from '../../kernel/db/time';
import type { DbTime } from '../../kernel/db/time';

const TABLE = 'incident_rejections';

/** A source's deliveries that were too large. */
export interface Rejections {
  rejected: number;
  lastAt: string;
}

/** Counts rejected deliveries by source. Stores nothing else about them. */
export class RejectionStore {
  async count(knex: Knex, source: string, at: Date): Promise<void> {
    await knex(TABLE)
      .insert({ source, rejected: 1, last_at: at })
      .onConflict('source')
      .merge({
        rejected: knex.raw('?? + 1', [`${TABLE}.rejected`]),
        last_at: at,
      });
  }

  async bySource(knex: Knex): Promise<Map<string, Rejections>> {
    const rows: { source: string; rejected: number; last_at: DbTime }[] =
      await knex(TABLE);
    return new Map(
      rows.map(({ source, rejected, last_at }) => [
        source,
        { rejected, lastAt: fromDbTime(last_at) },
      ]),
    );
  }

  /** Deletes the counts for sources without rejections since a time. */
  async purge(knex: Knex, before: Date): Promise<void> {
    await knex(TABLE).where('last_at', '<', before).delete();
  }
}
