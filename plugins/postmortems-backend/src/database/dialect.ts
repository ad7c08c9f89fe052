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

/*
 * The few expressions that SQLite and PostgreSQL spell differently. Times are in UTC; SQLite keeps
 * milliseconds.
 */

/** Whether the database is PostgreSQL rather than SQLite. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}

/** The hours from one timestamp column to another. */
export function hoursBetween(knex: Knex, from: string, to: string): Knex.Raw {
  return isPostgres(knex)
    ? // As a number of the processor's own: those of any size take several times as long to add up.
      knex.raw('extract(epoch from (?? - ??))::float8 / 3600', [to, from])
    : knex.raw('(?? - ??) / 3600000.0', [to, from]);
}

/** Aggregates a column to its median, of two in the middle their mean; null where there is none. */
export function medianOf(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('percentile_cont(0.5) within group (order by ??)', [column])
    : knex.raw('median(??)', [column]);
}

/**
 * A text to group by, in the order of its bytes. SQLite has no other; PostgreSQL takes several times as
 * long to sort by the order of a language.
 */
export function groupKey(knex: Knex, text: string): Knex.Raw {
  return knex.raw(isPostgres(knex) ? `${text} collate "C"` : text);
}

/** The month of a timestamp column, such as `2026-03`. */
export function monthOf(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(`to_char(?? at time zone 'UTC', 'YYYY-MM')`, [column])
    : knex.raw(`strftime('%Y-%m', ?? / 1000, 'unixepoch')`, [column]);
}

/** The quarter of a timestamp column, such as `2026-Q1`. */
export function quarterOf(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(`to_char(?? at time zone 'UTC', 'YYYY-"Q"Q')`, [column])
    : knex.raw(
        `strftime('%Y', ?? / 1000, 'unixepoch') || '-Q' || ((cast(strftime('%m', ?? / 1000, 'unixepoch') as integer) + 2) / 3)`,
        [column, column],
      );
}
