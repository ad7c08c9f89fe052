import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { insertAll } from '../../kernel/db/insertAll';
import { isPostgres } from '../../kernel/db/dialect';
import { tablesOf } from './schema';

type Row = Record<string, unknown>;

/**
 * The rows of all tables in insertion order and independent of the database: times in ISO 8601,
 * null omitted.
 */
export type Snapshot = Record<string, Row[]>;

const isTime = (type: string) => /^(datetime|timestamp)/.test(type);
const isBinary = (type: string) => /^(blob|bytea)$/.test(type);

function toSnapshot(value: any, type: string): unknown {
  if (isTime(type)) return new Date(value).toISOString();
  if (isBinary(type)) return value.toString('utf8');
  if (type === 'boolean') return Boolean(value);
  return type === 'bigint' ? Number(value) : value;
}

function fromSnapshot(value: any, type: string): unknown {
  if (isTime(type)) return new Date(value);
  return isBinary(type) ? Buffer.from(value) : value;
}

async function typesOf(knex: Knex, table: string) {
  const columns = await knex(table).columnInfo();
  return (column: string) => columns[column].type;
}

export async function takeSnapshot(knex: Knex): Promise<Snapshot> {
  const snapshot: Snapshot = {};
  for (const table of await tablesOf(knex)) {
    const typeOf = await typesOf(knex, table);
    const rows: Row[] = await knex(table).select('*');
    const plain = rows.map(row =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([_, value]) => value !== null)
          .map(([name, value]) => [name, toSnapshot(value, typeOf(name))]),
      ),
    );
    snapshot[table] = inOrder(plain);
  }
  return snapshot;
}

/** Rows have no order of their own. */
function inOrder(rows: Row[]): Row[] {
  const keyOf = (row: Row) =>
    JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return rows
    .map(row => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

/** Fills an empty database, whose tables may have further columns. */
export async function insertSnapshot(
  knex: Knex,
  snapshot: Snapshot,
): Promise<void> {
  await knex.transaction(tx => insertAllOf(tx, snapshot));
}

async function insertAllOf(knex: Knex, snapshot: Snapshot): Promise<void> {
  for (const [table, rows] of Object.entries(snapshot)) {
    const typeOf = await typesOf(knex, table);
    for (const row of rows) {
      const values = Object.entries(row).map(([name, value]) => [
        name,
        fromSnapshot(value, typeOf(name)),
      ]);
      await insertAll(knex, table, [Object.fromEntries(values)]);
    }
    if (isPostgres(knex) && rows.some(({ id }) => id !== undefined)) {
      await knex.raw(
        `select setval(pg_get_serial_sequence(?, 'id'), max(id)) from ??`,
        [table, table],
      );
    }
  }
}

/**
 * Finds rows that are missing in a later snapshot, ignoring additional columns.
 *
 * @returns the missing rows
 */
export function missingRows(before: Snapshot, after: Snapshot): Snapshot {
  const missing = Object.entries(before).map(([table, rows]) => {
    const columns = new Set(rows.flatMap(Object.keys));
    const keysOf = (all: Row[] = []) =>
      all.map(row =>
        JSON.stringify(
          Object.entries(row)
            .filter(([name]) => columns.has(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
      );
    const there = new Set(keysOf(after[table]));
    const keys = keysOf(rows);
    return [table, rows.filter((_, index) => !there.has(keys[index]))] as const;
  });
  return Object.fromEntries(missing.filter(([_, rows]) => rows.length));
}

const FOLDER = join(__dirname, 'snapshots');

const fileOf = (migration: string, what: string) =>
  join(FOLDER, migration.replace(/\.js$/, ''), what);

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

/** The stored rows of the schema after a migration, if any. */
export function readRows(migration: string): Snapshot | undefined {
  const file = fileOf(migration, 'rows.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The stored statements of the version with a migration, if any. */
export function readStatements(
  migration: string,
  client: string,
): string[] | undefined {
  const file = fileOf(migration, `${client}.sql`);
  return existsSync(file) ? readLines(file) : undefined;
}

export function writeRows(migration: string, rows: Snapshot): void {
  mkdirSync(fileOf(migration, ''), { recursive: true });
  const lines = Object.entries(rows).map(
    ([table, each]) =>
      `  ${JSON.stringify(table)}: [${each
        .map(row => `\n    ${JSON.stringify(row)}`)
        .join(',')}\n  ]`,
  );
  writeFileSync(fileOf(migration, 'rows.json'), `{\n${lines.join(',\n')}\n}\n`);
}

const oneLine = (sql: string) => sql.replace(/\s+/g, ' ').trim();

export function writeStatements(
  migration: string,
  client: string,
  statements: Iterable<string>,
): void {
  mkdirSync(fileOf(migration, ''), { recursive: true });
  const lines = [...statements].sort().map(sql => `${oneLine(sql)}\n`);
  writeFileSync(fileOf(migration, `${client}.sql`), lines.join(''));
}
