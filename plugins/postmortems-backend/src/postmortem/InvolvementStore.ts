import type { Knex } from 'knex';
import { insertAll } from '../kernel/db/insertAll';
import { toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'postmortem_involvement';

/** The cycle number for involvement in an earlier postmortem for the same incident. */
const EARLIER_POSTMORTEM = -1;

interface InvolvementRow {
  postmortem_id: number;
  user_ref: string;
  cycle: number;
  involvement: 'acknowledged' | 'wrote';
  at: DbTime;
}

/**
 * Stores who acknowledged or edited a postmortem as its owner, by cycle. Each publication starts a
 * new cycle.
 */
export class InvolvementStore {
  /** Records that a person acknowledged or edited the postmortem, if they are its owner. */
  async note(
    tx: Knex,
    postmortem: number,
    by: { actorRef: string; at: string },
    involvement: InvolvementRow['involvement'],
  ): Promise<void> {
    const owned = await tx('postmortems')
      .where({ id: postmortem, owner_ref: by.actorRef })
      .first('cycle');
    if (!owned) return;
    await tx<InvolvementRow>(TABLE)
      .insert({
        postmortem_id: postmortem,
        user_ref: by.actorRef,
        cycle: owned.cycle,
        involvement,
        at: toDbTime(by.at),
      })
      .onConflict(['postmortem_id', 'user_ref', 'cycle', 'involvement'])
      .ignore();
  }

  /** Everyone involved, in one cycle or in all of them. */
  async list(
    tx: Knex,
    postmortem: number,
    cycle?: number,
  ): Promise<Set<string>> {
    const query = tx<InvolvementRow>(TABLE).where({
      postmortem_id: postmortem,
    });
    if (cycle !== undefined) query.where({ cycle });
    return new Set(await query.distinct('user_ref').pluck('user_ref'));
  }

  /** Everyone involved, with their latest cycle. */
  async latest(tx: Knex, postmortem: number): Promise<Map<string, number>> {
    const rows: { user_ref: string; cycle: number }[] = await tx(TABLE)
      .where({ postmortem_id: postmortem })
      .groupBy('user_ref')
      .select('user_ref')
      .max({ cycle: 'cycle' });
    return new Map(rows.map(({ user_ref, cycle }) => [user_ref, cycle]));
  }

  /**
   * Moves earlier involvement to the cycle after an imported publication, once that publication is
   * confirmed.
   */
  async advance(tx: Knex, postmortem: number): Promise<void> {
    await tx<InvolvementRow>(TABLE)
      .where({ postmortem_id: postmortem, cycle: 0 })
      .update({ cycle: 1 });
  }

  /** Copies involvement to another postmortem for the same incident. */
  async carryOver(tx: Knex, from: number, to: number): Promise<void> {
    const rows = await tx<InvolvementRow>(TABLE).where({ postmortem_id: from });
    const unique = new Map(
      rows.map(row => [`${row.user_ref} ${row.involvement}`, row]),
    );
    const known = await tx<InvolvementRow>(TABLE).where({
      postmortem_id: to,
      cycle: EARLIER_POSTMORTEM,
    });
    for (const { user_ref, involvement } of known) {
      unique.delete(`${user_ref} ${involvement}`);
    }
    await insertAll(
      tx,
      TABLE,
      [...unique.values()].map(row => ({
        ...row,
        postmortem_id: to,
        cycle: EARLIER_POSTMORTEM,
      })),
    );
  }
}
