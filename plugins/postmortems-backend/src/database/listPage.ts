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
import type { Page } from 'backstage-plugin-postmortems-common';
import { countUpToBound } from './count';
import { applyKeyset, decodeCursor, toPage } from './keyset';
import type { Order } from './keyset';
import { fromDbTime } from './time';
import { sideBySide } from './sideBySide';
import type { DbTime } from './time';

/** A column that a list can be ordered by; never null. */
export interface SortColumn {
  name: string;
  isTime: boolean;
  /** Whether small values stand for much, as rank 1 for the most severe. */
  reversed?: boolean;
}

/**
 * Finds the items of a page of a table, in the order asked for, and counts all that match, at the
 * same time.
 *
 * @throws InputError for a cursor that does not belong to this order
 */
export async function listPage<R extends { id: number }, T>(
  knex: Knex,
  request: {
    table: string;
    columns: Record<string, SortColumn>;
    /** Restricts the query for a page to what matches. */
    filterPage: (query: Knex.QueryBuilder) => void;
    /** The same to count, which other ways may be better for. */
    filterCount: (query: Knex.QueryBuilder) => Promise<void>;
    /** Says what to read of the rows of the page, the columns of the order included. */
    select: (query: Knex.QueryBuilder) => void;
    /** Makes the items of the page from its rows, with what else there is to read of them. */
    toItems: (rows: R[]) => Promise<T[]>;
    orderField: string;
    limit: number;
    cursor?: string;
    totalItems: 'include' | 'exclude';
  },
): Promise<Page<T>> {
  const { table, limit } = request;
  const [field, direction] = request.orderField.split(',');
  const column = request.columns[field];
  const ascending = (direction === 'asc') !== Boolean(column.reversed);
  const order: Order = {
    name: request.orderField,
    column: `${table}.${column.name}`,
    idColumn: `${table}.id`,
    direction: ascending ? 'asc' : 'desc',
    toDb: value => (column.isTime ? new Date(value) : value),
  };
  const cursor = decodeCursor(request.cursor, order.name);

  const readPage = async (): Promise<Page<T>> => {
    const query = knex(table);
    request.select(query);
    request.filterPage(query);
    applyKeyset(query, order, cursor, limit);
    const page = toPage<R>(await query, {
      order,
      cursor,
      limit,
      place: row => {
        const value = row[column.name as keyof R];
        return {
          id: row.id,
          value: column.isTime
            ? fromDbTime(value as DbTime)
            : (value as string | number),
        };
      },
    });
    return { ...page, items: await request.toItems(page.items) };
  };
  if (request.totalItems === 'exclude') return readPage();

  const count = async () => {
    const query = knex(table).select(`${table}.id`);
    await request.filterCount(query);
    return countUpToBound(knex, query);
  };
  const [page, total] = await sideBySide(knex, [readPage, count]);
  return { ...page, ...total };
}
