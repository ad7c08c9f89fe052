import { readdirSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres } from '../kernel/db/dialect';
import { MIGRATIONS, migrate } from '../kernel/db/migrate';
import { liveAMonth } from '../__testUtils__/upgrades/liveAMonth';
import { readIndex, rebuildIndex } from '../__testUtils__/searchIndex';
import { schemaOf, tablesOf } from '../__testUtils__/upgrades/schema';
import {
  insertSnapshot,
  missingRows,
  readRows,
  readStatements,
  takeSnapshot,
  writeRows,
  writeStatements,
} from '../__testUtils__/upgrades/snapshots';
import type { Snapshot } from '../__testUtils__/upgrades/snapshots';
import { startWholePortal } from '../__testUtils__/upgrades/wholePortal';

/**
 * Upgrades from every earlier schema, with rows written by those versions. See docs/upgrades.md for
 * how they are stored.
 */

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const DIRECTORY = { directory: MIGRATIONS };
const ALL = readdirSync(MIGRATIONS).sort();
/** The migration that fills the search index. */
const INDEXED_BY = '20261203000000_search.js';
const [newest, beforeNewest] = [...ALL].reverse();

/** Migrations that the version before them can't work with. */
const BREAKING = ['20261130000000_names.js', '20261203000000_search.js'];
const previous = BREAKING.includes(newest) ? newest : beforeNewest;

/** Renamed columns. */
const RENAMED: Record<string, Record<string, string>> = {
  postmortems: { begun: 'edited' },
  incidents: { standing: 'disposition', waiting_for: 'blocked_by' },
};

/** Replaced by the search index. */
const REPLACED = ['postmortem_terms', 'action_item_terms'];

/** Rows of an earlier version, with the tables and columns of this one. */
function withNewNames(rows: Snapshot): Snapshot {
  const rename = (table: string, row: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        RENAMED[table]?.[name] ?? name,
        value,
      ]),
    );
  const renameAll = (tables: Snapshot): Snapshot =>
    Object.fromEntries(
      Object.entries(tables).map(([table, each]) => [
        table,
        each.map(row => rename(table, row)),
      ]),
    );
  const all = renameAll(rows);
  for (const table of REPLACED) delete all[table];
  for (const row of all.deleted_postmortems ?? []) {
    if (!row.snapshot) continue;
    const { tables, ...rest } = JSON.parse(row.snapshot as string);
    row.snapshot = JSON.stringify({ tables: renameAll(tables), ...rest });
  }
  return all;
}

const HOW_TO_KEEP =
  'There is no snapshot of the newest migration: run `KEEP_SNAPSHOT=1 npm test -- plugins/postmortems-backend/src/tests/upgrades.test.ts` and commit what it writes';

async function migrateTo(knex: Knex, migration: string): Promise<void> {
  const [done] = await knex.migrate.list(DIRECTORY);
  const steps = ALL.indexOf(migration) + 1 - done.length;
  for (let step = 0; step < Math.abs(steps); step++) {
    if (steps > 0) await knex.migrate.up(DIRECTORY);
    else await knex.migrate.down(DIRECTORY);
  }
}

const clientOf = (knex: Knex) => (isPostgres(knex) ? 'postgresql' : 'sqlite');

/** Fills an empty database, and returns the executed statements. */
async function live(knex: Knex): Promise<Set<string>> {
  await migrate(knex);
  const statements = new Set<string>();
  const onQuery = ({ sql }: { sql: string }) => {
    if (/^(select|insert|update|delete|with)\b/i.test(sql)) statements.add(sql);
  };
  const portal = await startWholePortal(knex);
  knex.on('query', onQuery);
  await liveAMonth(portal, 'March');
  await readEverything(portal, await takeSnapshot(knex));
  await portal.stop();
  return statements;
}

/** Compares API responses with the rows, and with their schemas. */
async function readEverything(
  { api }: Awaited<ReturnType<typeof startWholePortal>>,
  rows: Snapshot,
): Promise<void> {
  const ids = rows.postmortems.map(({ id }) => `PM-${id}`);
  const of = (table: string, id: string) =>
    (rows[table] ?? []).filter(row => `PM-${row.postmortem_id}` === id).length;
  const list = await api.listPostmortems({ query: { limit: 100 } });
  expect(list.items.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(list.totalItems).toBe(ids.length);
  for (const id of ids) {
    const postmortem = await api.getPostmortem({ params: { id } });
    const written = postmortem.sections.filter(({ revision }) => revision > 0);
    expect({
      sections: written.length,
      timeline: postmortem.timeline.length,
      contributingFactors: postmortem.contributingFactors.length,
      contributors: postmortem.contributors.length,
      actionItems: postmortem.actionItems.length,
      incidents: postmortem.incidents.length,
    }).toEqual({
      sections: of('postmortem_sections', id),
      timeline: of('postmortem_timeline_events', id),
      contributingFactors: of('postmortem_contributing_factors', id),
      contributors: of('postmortem_contributors', id),
      actionItems: of('action_items', id),
      incidents: of('incidents', id),
    });
    const history = await api.listHistory({
      params: { id },
      query: { limit: 100 },
    });
    expect(history.items).toHaveLength(of('postmortem_history', id));
    const comments = await api.listComments({ params: { id } });
    expect(comments.items).toHaveLength(of('postmortem_comments', id));
  }
  const { totalItems: actionItems } = await api.listActionItems({
    query: { status: ['proposed', 'open', 'in-progress', 'done', 'declined'] },
  });
  expect(actionItems).toBe((rows.action_items ?? []).length);
  const { overall } = await api.getCompliance({
    query: { groupBy: 'team' },
  });
  expect(overall.total).toBe(ids.length);
  const { items: found } = await api.listPostmortems({
    query: { q: 'flushed', teamRef: ['group:default/checkout'] },
  });
  expect(found).not.toEqual([]);
}

/** Checks that a statement fits the schema, without executing it. */
async function explain(knex: Knex, statement: string): Promise<unknown> {
  // Prepared, without values for its parameters.
  return isPostgres(knex)
    ? knex.raw(`explain (generic_plan) ${statement.replaceAll('?', '\\?')}`)
    : knex.raw(
        `explain ${statement}`,
        Array.from(statement.matchAll(/\?/g), () => null),
      );
}

describe.each(databases.eachSupportedId())('Upgrades, %s', databaseId => {
  let fresh: unknown[];

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    const statements = await live(knex);
    fresh = await schemaOf(knex);
    if (process.env.KEEP_SNAPSHOT) {
      if (!isPostgres(knex)) writeRows(newest, await takeSnapshot(knex));
      writeStatements(newest, clientOf(knex), statements);
    }
  });

  it.each(ALL)('migrate up and down with the rows of %s', async migration => {
    const knex = await databases.init(databaseId);
    const rows = readRows(migration)!;
    await migrateTo(knex, migration);
    const schema = await schemaOf(knex);
    expect((await tablesOf(knex)).sort()).toEqual(Object.keys(rows).sort());
    await insertSnapshot(knex, rows);
    expect(await takeSnapshot(knex)).toEqual(rows);

    await migrate(knex);
    expect(await schemaOf(knex)).toEqual(fresh);
    // Migrations since then don't fill the index, and snapshots don't contain it.
    if (migration >= INDEXED_BY) await rebuildIndex(knex);
    const index = await readIndex(knex);
    expect(index).not.toEqual([]);
    await rebuildIndex(knex);
    expect(await readIndex(knex)).toEqual(index);
    expect(missingRows(withNewNames(rows), await takeSnapshot(knex))).toEqual(
      {},
    );

    await migrateTo(knex, migration);
    expect(await schemaOf(knex)).toEqual(schema);
    expect(await takeSnapshot(knex)).toEqual(rows);

    await migrate(knex);
    expect(await schemaOf(knex)).toEqual(fresh);
    const portal = await startWholePortal(knex);
    await readEverything(portal, rows);
    if (migration === ALL[0]) await liveAMonth(portal, 'April');
    await portal.stop();
  });

  it('reconstruct earlier involvement', async () => {
    const knex = await databases.init(databaseId);
    await migrateTo(knex, '20261128000000_late.js');
    await insertSnapshot(knex, readRows('20261128000000_late.js')!);
    for (const [user, action] of [
      ['bob', 'section-changed'],
      ['bob', 'field-changed'],
      ['bob', 'comment-added'],
      ['carol', 'section-changed'],
    ]) {
      await knex('postmortem_history').insert({
        postmortem_id: 1,
        at: new Date('2026-03-12T12:00:00Z'),
        actor_ref: `user:default/${user}`,
        action,
      });
    }
    await migrateTo(knex, '20261129000000_integrity.js');
    expect(
      await knex('postmortem_involvement')
        .where({ postmortem_id: 1 })
        .orderBy(['user_ref', 'cycle'])
        .select('user_ref', 'cycle', 'involvement'),
    ).toEqual([
      { user_ref: 'user:default/bob', cycle: 0, involvement: 'acknowledged' },
      // It had been published by then.
      { user_ref: 'user:default/bob', cycle: 1, involvement: 'wrote' },
    ]);
  });

  it('find unanswered mentions in earlier comments', async () => {
    const knex = await databases.init(databaseId);
    await migrateTo(knex, '20261130010000_presence_and_incidents.js');
    await insertSnapshot(
      knex,
      readRows('20261130010000_presence_and_incidents.js')!,
    );
    await knex('postmortem_comments').delete();
    const comment = (author: string, markdown: string, more = {}) => ({
      postmortem_id: 1,
      author_ref: `user:default/${author}`,
      markdown,
      created_at: new Date('2026-03-12T12:00:00Z'),
      revision: 1,
      anchor: 'impact',
      ...more,
    });
    const rows = [
      comment('alice', '@bob and @carol, how many?'),
      comment('bob', 'Twelve, @bob'),
      comment('alice', '@carol', { resolved_at: new Date('2026-03-13') }),
      comment('alice', '`@dave`, or user:ops/erin', { anchor: null }),
      ...Array.from({ length: 200 }, () => comment('alice', 'a@b.example')),
      comment('alice', 'The last, @frank'),
    ];
    for (const row of rows) await knex('postmortem_comments').insert(row);
    await migrate(knex);
    expect(
      await knex('postmortem_mentions')
        .join('postmortem_comments', 'id', 'comment_id')
        .orderBy('id')
        .select('user_ref', 'markdown'),
    ).toEqual([
      { user_ref: 'user:default/carol', markdown: rows[0].markdown },
      { user_ref: 'user:ops/erin', markdown: rows[3].markdown },
      { user_ref: 'user:default/frank', markdown: 'The last, @frank' },
    ]);
  });

  it('migrate down completely, without exposing restricted postmortems', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    await insertSnapshot(knex, readRows(newest)!);
    await expect(migrateTo(knex, ALL[0])).rejects.toThrow(
      /^Everyone could read what is restricted.* PM-3$/,
    );
    await knex('postmortems').update({ visibility: 'internal' });
    const { postmortems, postmortem_history: history } = readRows(newest)!;
    await migrateTo(knex, ALL[0]);
    expect(await knex('postmortems').pluck('id')).toHaveLength(
      postmortems.length,
    );
    expect(await knex('postmortem_history').pluck('id')).toHaveLength(
      history.length,
    );
    await knex.migrate.rollback(DIRECTORY, true);
    expect(await tablesOf(knex)).toEqual([]);
  });

  it('stay compatible with the previous version', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    const rows = readRows(previous)!;
    await insertSnapshot(knex, rows);
    await rebuildIndex(knex);
    expect(missingRows(rows, await takeSnapshot(knex))).toEqual({});

    const statements = readStatements(previous, clientOf(knex))!;
    expect(statements.length).toBeGreaterThan(100);
    for (const statement of statements) {
      await expect(explain(knex, statement)).resolves.toBeDefined();
    }

    const portal = await startWholePortal(knex);
    await readEverything(portal, rows);
    await liveAMonth(portal, 'April');
    // The previous version writes only the join tables, also for rows of this version.
    const labels = async () => {
      const { items } = await portal.api.listPostmortems({
        query: { limit: 100 },
      });
      return items.flatMap(item => item.labels);
    };
    expect(await labels()).not.toEqual([]);
    await knex('postmortem_labels').delete();
    await knex('postmortems').increment('revision');
    expect(await labels()).toEqual([]);
    await portal.stop();
  });

  it('delete everything that belongs to a postmortem', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    await insertSnapshot(knex, readRows(newest)!);
    await knex('postmortems').delete();
    const rows = await takeSnapshot(knex);
    const left = Object.keys(rows).filter(table => rows[table].length);
    // What belongs to people, teams or incidents stays, as does the unpublished event of the deletion.
    expect(
      left.filter(
        table =>
          table !== 'postmortem_outbox' &&
          table !== 'postmortem_feeds' &&
          table !== 'team_ancestors' &&
          table !== 'catalog_absences' &&
          !table.startsWith('deleted_') &&
          !table.startsWith('incident'),
      ),
    ).toEqual([]);
  });
});

describe('a migration', () => {
  it('comes with a snapshot that has rows in every table', async () => {
    for (const migration of ALL) {
      const rows = readRows(migration);
      if (!rows) throw new Error(`${migration}: ${HOW_TO_KEEP}`);
      const empty = Object.entries(rows).filter(([_, { length }]) => !length);
      expect([migration, empty]).toEqual([migration, []]);
    }
  });
});
