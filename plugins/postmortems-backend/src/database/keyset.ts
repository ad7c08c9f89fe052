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
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * A place in an ordered list, just after (or, going back, just before) the row with this value
 * and id. Every list is ordered by a column that is never null and then by id, so a place stays
 * where it is while rows come and go, and any page costs what the first one costs.
 */
export interface Cursor {
  /** The order the cursor was made for. */
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

/** A cursor as the opaque text that clients hold. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param order - the order that the request asks for
 * @throws InputError where it is no cursor, or one of another order
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
      'cursor must come from pageInfo of an earlier answer to the same query',
    );
  }
  return parsed.data;
}

/** How a list is ordered: by `column`, then by `idColumn` in the same direction. */
export interface Order {
  name: string;
  column: string;
  idColumn: string;
  direction: 'asc' | 'desc';
  /** Turns a cursor's value into what the column compares with. */
  toDb(value: string | number): Knex.Value;
}

/** The direction that a page is read in: that of the list, or the other way when going back. */
export function directionOf(
  { direction }: Order,
  cursor: Cursor | undefined,
): 'asc' | 'desc' {
  return (direction === 'asc') === Boolean(cursor?.backwards) ? 'desc' : 'asc';
}

/** Orders a query and restricts it to `limit` rows from the cursor on, and one to see if more follow. */
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
 * Makes a page of what {@link applyKeyset} found.
 *
 * @param place - the value and id of a row, for the cursors
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
