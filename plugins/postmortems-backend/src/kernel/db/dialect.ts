import type { Knex } from 'knex';

/**
 * Expressions that differ between SQLite and PostgreSQL. Times are in UTC; SQLite stores
 * milliseconds.
 */

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}

/** A timestamp column in milliseconds since 1970. */
export function millisecondsOf(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(`(date_part('epoch', ??) * 1000)::int8`, [column])
    : knex.raw('??', [column]);
}

/** A number, or another one instead of null. */
export function orElse(knex: Knex, value: Knex.Raw, other: number): Knex.Raw {
  // Not bound, because PostgreSQL would not know its type.
  return knex.raw(`coalesce(?, ${other})`, [value]);
}

/**
 * Whether an integer column has one of any number of values. They are bound as one value, because
 * the databases limit how many there may be.
 */
export function isAmong(
  knex: Knex,
  column: string,
  values: number[],
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = any(?::int[])', [column, `{${values}}`])
    : isAmongJson(knex, column, values);
}

/** Like {@link isAmong}, for a text column. */
export function isAmongTexts(
  knex: Knex,
  column: string,
  values: string[],
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = any(?::text[])', [column, values as unknown as string])
    : isAmongJson(knex, column, values);
}

function isAmongJson(
  knex: Knex,
  column: string,
  values: (number | string)[],
): Knex.Raw {
  return knex.raw('?? in (select value from json_each(?))', [
    column,
    JSON.stringify(values),
  ]);
}

/** The values of a column in a group, separated by commas. */
export function joined(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(`string_agg(??::text, ',')`, [column])
    : knex.raw('group_concat(??)', [column]);
}

/** Like {@link minutesBetween}, in whole milliseconds. */
export function millisecondsBetween(
  knex: Knex,
  from: string,
  to: string,
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(
        `case when ?? < ?? then 0 else (date_part('epoch', ?? - ??) * 1000)::int8 end`,
        [to, from, to, from],
      )
    : knex.raw('max(?? - ??, 0)', [to, from]);
}

/** Like {@link millisecondsBetween}, and negative if the other is earlier. */
export function millisecondsFrom(
  knex: Knex,
  from: string,
  to: string,
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(`(date_part('epoch', ?? - ??) * 1000)::int8`, [to, from])
    : knex.raw('?? - ??', [to, from]);
}

/** The minutes from one timestamp column to another, and 0 if the other is earlier. */
export function minutesBetween(knex: Knex, from: string, to: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(
        'case when ?? < ?? then 0 else extract(epoch from (?? - ??))::float8 / 60 end',
        [to, from, to, from],
      )
    : knex.raw('max(?? - ??, 0) / 60000.0', [to, from]);
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
