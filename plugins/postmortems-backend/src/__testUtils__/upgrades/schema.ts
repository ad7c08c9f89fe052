/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Knex } from 'knex';
import { isPostgres } from '../../database/dialect';

/** The tables of the plugin, on SQLite those that others refer to first. */
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
  return names.filter(name => !/^(knex_|sqlite_)/.test(name));
}

/** Everything that the schema consists of, to be compared. */
export async function schemaOf(knex: Knex): Promise<unknown[]> {
  if (!isPostgres(knex)) {
    return knex('sqlite_master')
      .select('type', 'name', 'tbl_name', 'sql')
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
