import type { Knex } from 'knex';

const TABLE = 'postmortem_watchers';

/** Stores who watches each postmortem. */
export class WatcherStore {
  async list(tx: Knex, postmortem: number): Promise<string[]> {
    const rows = await tx(TABLE)
      .where({ postmortem_id: postmortem })
      .orderBy('user_ref')
      .select('user_ref');
    return rows.map(row => row.user_ref);
  }

  /** The watchers of each postmortem. */
  async listOf(
    tx: Knex,
    postmortems: number[],
  ): Promise<Map<number, string[]>> {
    const rows: { postmortem_id: number; user_ref: string }[] = await tx(TABLE)
      .whereIn('postmortem_id', postmortems)
      .orderBy('user_ref')
      .select('postmortem_id', 'user_ref');
    const watchers = new Map<number, string[]>();
    for (const { postmortem_id: number, user_ref: user } of rows) {
      watchers.set(number, [...(watchers.get(number) ?? []), user]);
    }
    return watchers;
  }

  async add(tx: Knex, postmortem: number, userRef: string): Promise<void> {
    await tx(TABLE)
      .insert({ postmortem_id: postmortem, user_ref: userRef })
      .onConflict(['postmortem_id', 'user_ref'])
      .ignore();
  }

  async remove(tx: Knex, postmortem: number, userRef: string): Promise<void> {
    await tx(TABLE)
      .where({ postmortem_id: postmortem, user_ref: userRef })
      .delete();
  }
}
