import type { Knex } from 'knex';
import { isPostgres } from '../../kernel/db/dialect';

/**
 * The tables of the plugin; on SQLite, referenced tables first. Not those of the search index and
 * the lists of groups, which are derived. The search index also differs between the databases.
 */
export async function tablesOf(knex: Knex): Promise<string[]> {
  const names: string[] = isPostgres(knex)
    ? await knex('pg_tables')
        .where('schemaname', knex.raw('current_schema()'))
        .orderBy('tablename')
        .pluck('tablename')
    : await knex('sqlite_master')
        .where({ type: 'table' })
        .orderBy('rowid')
        .pluck('name');
  return names.filter(name => !/^(knex_|sqlite_|search_|group_)/.test(name));
}

/** The complete schema, for comparison. */
export async function schemaOf(knex: Knex): Promise<unknown[]> {
  if (!isPostgres(knex)) {
    // SQLite quotes a renamed column differently from the schema builder.
    return knex('sqlite_master')
      .select('type', 'name', 'tbl_name')
      .select({ sql: knex.raw(`replace(sql, '"', '\`')`) })
      .orderBy(['type', 'name']);
  }
  const { rows } = await knex.raw(`
    select table_name || '.' || column_name as name,
      concat_ws(' ', data_type, character_maximum_length, collation_name,
        is_nullable, column_default) as definition
      from information_schema.columns where table_schema = current_schema()
    union all
    select indexname, indexdef from pg_indexes where schemaname = current_schema()
    union all
    select conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
      from pg_constraint where connamespace = current_schema()::regnamespace
    order by 1, 2`);
  return rows;
}
