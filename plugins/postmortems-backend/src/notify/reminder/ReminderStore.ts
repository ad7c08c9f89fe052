import type { Knex } from 'knex';
import type { DbTime } from '../../kernel/db/time';

const TABLE = 'postmortem_reminders';

interface ReminderRow {
  postmortem_id: number;
  look_at: DbTime;
}

/** Stores when to check each postmortem for due reminders. */
export class ReminderStore {
  /** Schedules the next check of a postmortem. */
  async lookAt(tx: Knex, postmortem: number, time: Date): Promise<void> {
    await tx<ReminderRow>(TABLE)
      .insert({ postmortem_id: postmortem, look_at: time })
      .onConflict('postmortem_id')
      .merge();
  }

  /**
   * Schedules a check of every postmortem with future reminders, because the rules may have
   * changed, and of every unresolved one, because earlier versions had no reminders for those.
   */
  async lookAtAll(knex: Knex, time: Date): Promise<void> {
    // Knex drops `onConflict` when inserting from a select.
    await knex(
      knex.raw('?? (??, ??)', [TABLE, 'postmortem_id', 'look_at']),
    ).insert(
      knex('postmortems')
        .whereNull('resolved_at')
        .whereNotIn('id', knex(TABLE).select('postmortem_id'))
        .select('id', knex.raw('?', [time])),
    );
    await knex<ReminderRow>(TABLE)
      .where('look_at', '>', time)
      .update({ look_at: time });
  }

  /** Cancels a postmortem's checks until it changes. */
  async forget(tx: Knex, postmortem: number): Promise<void> {
    await tx<ReminderRow>(TABLE).where({ postmortem_id: postmortem }).delete();
  }

  /** Postmortems that are due for a check, longest waiting first. */
  async due(knex: Knex, now: Date, limit: number): Promise<number[]> {
    const rows = await knex<ReminderRow>(TABLE)
      .where('look_at', '<=', now)
      .orderBy(['look_at', 'postmortem_id'])
      .limit(limit)
      .select('postmortem_id');
    return rows.map(row => row.postmortem_id);
  }

  /** Whether a postmortem is still due for a check. */
  async isDue(tx: Knex, postmortem: number, now: Date): Promise<boolean> {
    const row = await tx<ReminderRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .where('look_at', '<=', now)
      .first('postmortem_id');
    return row !== undefined;
  }
}
