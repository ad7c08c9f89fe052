import type { Knex } from 'knex';
import { isPostgres } from '../kernel/db/dialect';
import { yieldToEventLoop } from '../kernel/yieldToEventLoop';
import {
  GROUP_ACTION_ITEMS,
  GROUP_CHANGES,
  GROUP_POSTMORTEMS,
} from './groupLists';
import type { GroupList } from './groupLists';

/** Rows per step. */
const BATCH = 200;

interface ChangeRow {
  id: number;
  group_ref: string;
  team_ref: string;
}

/** Applies the changes of the hierarchy to the lists, in steps between which requests run. */
export async function updateGroupLists(knex: Knex): Promise<void> {
  const changes: ChangeRow[] = await knex(GROUP_CHANGES).orderBy('id');
  const byTeam = Map.groupBy(changes, change => change.team_ref);
  for (const [teamRef, each] of byTeam) {
    const groupRefs = [...new Set(each.map(change => change.group_ref))];
    for (const list of [GROUP_POSTMORTEMS, GROUP_ACTION_ITEMS]) {
      await updateList(knex, list, teamRef, groupRefs);
    }
    await knex(GROUP_CHANGES)
      .whereIn(
        'id',
        each.map(({ id }) => id),
      )
      .delete();
  }
}

/** Updates the lists of groups with the rows of a team. */
async function updateList(
  knex: Knex,
  list: GroupList,
  teamRef: string,
  groupRefs: string[],
): Promise<void> {
  const { id, rows, teams } = list;
  let ids: number[] = [];
  do {
    const [after = 0] = ids.slice(-1);
    ids = await knex(teams)
      .distinct(id)
      .where({ team_ref: teamRef })
      .where(id, '>', after)
      .orderBy(id)
      .limit(BATCH)
      .pluck(id);
    if (ids.length === 0) return;
    const update = (some: number[], skipLocked: boolean) =>
      knex.transaction(async tx => {
        const locked = await lockRows(tx, rows, some, skipLocked);
        await updateRows(tx, list, locked, groupRefs);
        return new Set(locked);
      });
    const updated = await update(ids, true);
    // One at a time: waiting for one row while holding others could be a deadlock.
    for (const one of ids) if (!updated.has(one)) await update([one], false);
    await yieldToEventLoop();
  } while (ids.length === BATCH);
}

/**
 * Locks rows, so that changes of their teams wait for this transaction and then see what it did.
 *
 * @returns the locked rows
 */
async function lockRows(
  tx: Knex,
  rows: string,
  ids: number[],
  skipLocked: boolean,
): Promise<number[]> {
  // SQLite allows only one writer at a time anyway.
  if (!isPostgres(tx)) return ids;
  const query = tx(rows).whereIn('id', ids).forNoKeyUpdate();
  return (skipLocked ? query.skipLocked() : query).pluck('id');
}

/** Deletes what rows are no longer listed under, and adds what is missing, for some groups. */
async function updateRows(
  tx: Knex,
  { list, id, order, rows, teams }: GroupList,
  ids: number[],
  groupRefs: string[],
): Promise<void> {
  const above = () =>
    tx(teams)
      .join('team_ancestors', 'team_ancestors.team_ref', `${teams}.team_ref`)
      .whereIn('team_ancestors.ancestor_ref', groupRefs);
  const isOwner = tx(teams)
    .select(tx.raw('1'))
    .whereRaw('??.?? = ??.??', [teams, id, list, id])
    .whereRaw('??.team_ref = ??.group_ref', [teams, list]);
  const isAboveOwner = above()
    .select(tx.raw('1'))
    .whereRaw('??.?? = ??.??', [teams, id, list, id])
    .whereRaw('team_ancestors.ancestor_ref = ??.group_ref', [list]);
  await tx(list)
    .whereIn(id, ids)
    .whereIn('group_ref', groupRefs)
    .whereNotExists(isOwner)
    .whereNotExists(isAboveOwner)
    .delete();
  const wanted = above()
    .join(rows, `${rows}.id`, `${teams}.${id}`)
    .whereIn(`${teams}.${id}`, ids)
    .distinct('team_ancestors.ancestor_ref', `${rows}.${order}`, `${rows}.id`);
  // As SQL, because Knex ignores `onConflict` here on SQLite, which needs the condition to parse it.
  await tx.raw(
    'insert into ?? (group_ref, ??, ??) select * from ? as wanted where true on conflict do nothing',
    [list, order, id, wanted],
  );
}
