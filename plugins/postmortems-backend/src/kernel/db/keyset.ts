import type { Knex } from 'knex';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * A position in an ordered list: just after (or, reading backwards, just before) the row with this
 * value and id. Lists are ordered by a non-null column and then by id, so a position stays valid
 * when rows change, and every page costs the same.
 */
export interface Cursor {
  /** The list order for which the cursor is valid. */
  order: string;
  value: string | number;
  id: number;
  backwards?: boolean;
}

const cursorSchema = z.strictObject({
  order: z.string(),
  value: z.union([z.string(), z.number()]),
  id: z.int().min(0),
  backwards: z.boolean().optional(),
});

/** Encodes a cursor as opaque text. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Decodes a cursor.
 *
 * @param order - the requested order
 * @throws InputError if the cursor is malformed or belongs to a different order
 */
export function decodeCursor(
  text: string | undefined,
  order: string,
): Cursor | undefined {
  if (text === undefined) return undefined;
  let parsed;
  try {
    parsed = cursorSchema.safeParse(
      JSON.parse(Buffer.from(text, 'base64url').toString()),
    );
  } catch {
    parsed = undefined;
  }
  if (!parsed?.success || parsed.data.order !== order) {
    throw new InputError(
      'cursor must be the nextCursor or prevCursor from the pageInfo of an earlier response to the same query',
    );
  }
  return parsed.data;
}

/** A list order: by `column`, then by `idColumn` in the same direction. */
export interface Order {
  name: string;
  column: string | Knex.Raw;
  idColumn: string;
  direction: 'asc' | 'desc';
  /** Converts a cursor value for comparison with the column. */
  toDb(value: string | number): Knex.Value;
}

/** The direction in which to read a page: the list's own, or the reverse for a previous page. */
export function directionOf(
  { direction }: Order,
  cursor: Cursor | undefined,
): 'asc' | 'desc' {
  return (direction === 'asc') === Boolean(cursor?.backwards) ? 'desc' : 'asc';
}

/**
 * Orders a query and limits it to `limit` rows from the cursor, plus one to detect whether there is
 * a next page.
 */
export function applyKeyset(
  query: Knex.QueryBuilder,
  order: Order,
  cursor: Cursor | undefined,
  limit: number,
): void {
  const direction = directionOf(order, cursor);
  if (cursor) {
    query.whereRaw(`(??, ??) ${direction === 'asc' ? '>' : '<'} (?, ?)`, [
      order.column,
      order.idColumn,
      order.toDb(cursor.value),
      cursor.id,
    ]);
  }
  query
    .orderBy(order.column, direction)
    .orderBy(order.idColumn, direction)
    .limit(limit + 1);
}

/**
 * Builds a page from the rows that {@link applyKeyset} returned.
 *
 * @param place - the order value and id of a row, for cursors
 */
export function toPage<T>(
  found: T[],
  options: {
    order: Order;
    cursor: Cursor | undefined;
    limit: number;
    place: (row: T) => { value: string | number; id: number };
  },
): { items: T[]; pageInfo: { nextCursor?: string; prevCursor?: string } } {
  const { order, cursor, limit, place } = options;
  const backwards = cursor?.backwards ?? false;
  const more = found.length > limit;
  const items = found.slice(0, limit);
  if (backwards) items.reverse();

  const hasNext = backwards ? true : more;
  const hasPrev = backwards ? more : cursor !== undefined;
  const at = (row: T | undefined, back?: true) =>
    row &&
    encodeCursor({
      order: order.name,
      ...place(row),
      ...(back && { backwards: true }),
    });
  return {
    items,
    pageInfo: {
      nextCursor: hasNext ? at(items[items.length - 1]) : undefined,
      prevCursor: hasPrev ? at(items[0], true) : undefined,
    },
  };
}
