import type { Knex } from 'knex';

/**
 * Expressions that differ between SQLite and PostgreSQL. Times are in UTC; SQLite stores
 * milliseconds.
 */

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}

/** The hours from one timestamp column to another. */
export function hoursBetween(knex: Knex, from: string, to: string): Knex.Raw {
  return isPostgres(knex)
    ? // Double precision, because PostgreSQL sums `numeric` several times slower.
      knex.raw('extract(epoch from (?? - ??))::float8 / 3600', [to, from])
    : knex.raw('(?? - ??) / 3600000.0', [to, from]);
}

/** The minutes from one timestamp column to another; 0 if `to` is before `from`. */
export function minutesBetween(knex: Knex, from: string, to: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(
        'case when ?? < ?? then 0 else extract(epoch from (?? - ??))::float8 / 60 end',
        [to, from, to, from],
      )
    : knex.raw('max(?? - ??, 0) / 60000.0', [to, from]);
}

/** The later of two timestamps, neither of which may be null. */
export function laterOf(knex: Knex, one: string, other: string): Knex.Raw {
  return knex.raw(isPostgres(knex) ? 'greatest(??, ??)' : 'max(??, ??)', [
    one,
    other,
  ]);
}

/** The 90th percentile of a column, interpolated linearly; null if there are no rows. */
export function ninetiethOf(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('percentile_cont(0.9) within group (order by ??)', [column])
    : knex.raw('percentile_cont(??, 0.9)', [column]);
}

/** The median of a column, or the mean of the two middle values; null if there are no rows. */
export function medianOf(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('percentile_cont(0.5) within group (order by ??)', [column])
    : knex.raw('median(??)', [column]);
}

/**
 * Text to group or sort by, in byte order. SQLite has no other order, and in PostgreSQL sorting by
 * locale is several times slower.
 */
export function inByteOrder(knex: Knex, text: string): Knex.Raw {
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
