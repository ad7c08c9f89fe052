import type { Knex } from 'knex';
import {
  isPostgres,
  millisecondsFrom,
  millisecondsOf,
} from '../../kernel/db/dialect';
import { yieldToEventLoop } from '../../kernel/yieldToEventLoop';
import {
  CHANGES,
  COUNTS,
  OTHER_COUNTS,
  STATUS_COLUMNS,
  TOTAL,
  collected,
  sums,
} from './countTables';
import type { CollectedRow, List } from './countTables';
import { toGroupValues, updateValues } from './groupValues';
import type { GroupValues, GroupValuesRow } from './groupValues';
import { WINDOW_SIZE, isCentered, medianOf } from './valueWindow';

/** Groups whose values are read again in one step. */
const BATCH = 50;

/** Keeps what the clock of another instance does not see yet. */
const CLOCK_SKEW_MS = 60_000;

interface Group {
  list: List;
  group_ref: string;
}

/** Adds the changes to the counts, in steps between which requests run. */
export async function foldChanges(knex: Knex, now: Date): Promise<void> {
  while (await foldStep(knex, now)) await yieldToEventLoop();
}

/** @returns whether there is more to do */
function foldStep(knex: Knex, now: Date): Promise<boolean> {
  // Every statement must see the same changes. If another instance does the same, this fails and is
  // tried again later.
  return knex.transaction(
    async tx => {
      const until = new Date(now.getTime() - CLOCK_SKEW_MS);
      const pending = () => tx(CHANGES).where('at', '<=', until);
      const changed: (Group & CollectedRow)[] = await tx
        .from(
          pending()
            .select('list', 'group_ref', 'weight', 'publish_ms', {
              started_ms: millisecondsOf(tx, 'started_at'),
            })
            .as('changes'),
        )
        .groupBy('list', 'group_ref')
        .orderBy(['list', 'group_ref'])
        .select('list', 'group_ref', collected(tx));
      await addCounts(tx, pending());
      await pending().delete();
      for (const row of changed) await changeValues(tx, row);
      await tx(COUNTS).where({ total: 0 }).delete();

      const unknown: Group[] = await tx(COUNTS)
        .whereNull('publish_count')
        .select('list', 'group_ref')
        .limit(BATCH);
      for (const group of unknown) {
        await storeValues(tx, group, await readValues(tx, group));
      }
      return unknown.length === BATCH;
    },
    isPostgres(knex) ? { isolationLevel: 'repeatable read' } : {},
  );
}

async function addCounts(tx: Knex, pending: Knex.QueryBuilder): Promise<void> {
  const columns = ['total', ...STATUS_COLUMNS, ...OTHER_COUNTS];
  // As SQL, because Knex ignores `onConflict` here on SQLite, which needs the condition to parse it.
  await tx.raw(
    `insert into ${COUNTS} (list, group_ref, ${columns}) select * from ? as sums where true on conflict (list, group_ref) do update set ${columns.map(
      column => `${column} = ${COUNTS}.${column} + excluded.${column}`,
    )}`,
    [
      pending
        .groupBy('list', 'group_ref')
        .orderBy(['list', 'group_ref'])
        .select(
          'list',
          'group_ref',
          columns.map(column => sums(tx)[column]),
        ),
    ],
  );
}

/** Updates the values of a group, or forgets them if they are no longer enough. */
async function changeValues(
  tx: Knex,
  { list, group_ref, ...changes }: Group & CollectedRow,
): Promise<void> {
  const row: GroupValuesRow = await tx(COUNTS)
    .where({ list, group_ref })
    .first('publish_count', 'publish_below', 'publish_values', {
      latest_ms: millisecondsOf(tx, 'latest_started_at'),
    });
  const before = toGroupValues(row);
  const after = before && updateValues(before, changes);
  const isKnown =
    after && after.latestStart !== undefined && isCentered(after.publish);
  await storeValues(tx, { list, group_ref }, isKnown ? after : undefined);
}

async function storeValues(
  tx: Knex,
  group: Group,
  known: GroupValues | undefined,
): Promise<void> {
  await tx(COUNTS)
    .where(group)
    .update({
      publish_count: known?.publish.count ?? null,
      publish_below: known?.publish.below ?? null,
      publish_values: known ? JSON.stringify(known.publish.values) : null,
      publish_median: known ? medianOf(known.publish) ?? null : null,
      latest_started_at:
        known?.latestStart === undefined ? null : new Date(known.latestStart),
    });
}

/** Reads the values of a group from its postmortems. */
async function readValues(tx: Knex, group: Group): Promise<GroupValues> {
  const times = tx
    .from(postmortemsOf(tx, group).as('postmortems'))
    .whereNotNull('publish_ms');
  const [{ count }] = await times.clone().count({ count: '*' });
  const below = Math.max(Math.floor((Number(count) - WINDOW_SIZE) / 2), 0);
  const values = await times
    .clone()
    .orderBy('publish_ms')
    .offset(below)
    .limit(WINDOW_SIZE)
    .pluck('publish_ms');
  const [{ latest }] = await tx
    .from(postmortemsOf(tx, group).as('postmortems'))
    .max({ latest: 'started_ms' });
  return {
    publish: { count: Number(count), below, values: values.map(Number) },
    latestStart: latest === null ? undefined : Number(latest),
  };
}

function postmortemsOf(
  tx: Knex,
  { list, group_ref }: Group,
): Knex.QueryBuilder {
  const query = tx('postmortems')
    .where('visibility', 'internal')
    .select({
      publish_ms: millisecondsFrom(tx, 'resolved_at', 'published_at'),
      started_ms: millisecondsOf(tx, 'postmortems.started_at'),
    });
  const join = (table: string, column: string) =>
    query
      .join(table, `${table}.postmortem_id`, 'postmortems.id')
      .where(`${table}.${column}`, group_ref);
  if (list === 'team') join('postmortem_teams', 'team_ref');
  else if (list === 'group') join('group_postmortems', 'group_ref');
  else if (group_ref !== TOTAL) query.where('teamless', true);
  return query;
}
