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
import type {
  Page,
  PostmortemFilter,
  postmortemOrderFields,
} from 'backstage-plugin-postmortems-common';
import { countUpToBound } from './count';
import { applyFilter } from './filters';
import { applyKeyset, decodeCursor, toPage } from './keyset';
import type { Order } from './keyset';
import { fromDbTime } from './time';
import type { DbTime } from './time';

type OrderField = (typeof postmortemOrderFields)[number];

const COLUMNS: Record<OrderField, { name: string; isTime: boolean }> = {
  startedAt: { name: 'started_at', isTime: true },
  dueAt: { name: 'due_order', isTime: true },
  severity: { name: 'governing_rank', isTime: false },
  title: { name: 'title_key', isTime: false },
  updatedAt: { name: 'updated_at', isTime: true },
};

/** What to list: the filter, the order, and which page. */
export interface ListRequest {
  filter: PostmortemFilter;
  orderField: string;
  limit: number;
  cursor?: string;
  totalItems: 'include' | 'exclude';
}

/** Finds the postmortems of a page, by number. */
export class DatabasePostmortemList {
  async list(
    knex: Knex,
    request: ListRequest,
    now: Date,
  ): Promise<Page<number>> {
    const { filter, limit, totalItems } = request;
    const [field, direction] = request.orderField.split(',') as [
      OrderField,
      'asc' | 'desc',
    ];
    const column = COLUMNS[field];
    const order: Order = {
      name: request.orderField,
      column: `postmortems.${column.name}`,
      idColumn: 'postmortems.id',
      // Rank 1 is the most severe, so descending severity is ascending rank.
      direction: field === 'severity' ? opposite(direction) : direction,
      toDb: value => (column.isTime ? new Date(value) : value),
    };
    const cursor = decodeCursor(request.cursor, order.name);

    const query = knex('postmortems').select<
      { id: number; value: DbTime | string }[]
    >('postmortems.id', { value: order.column });
    applyFilter(knex, query, filter, now);
    applyKeyset(query, order, cursor, limit);
    const { items, pageInfo } = toPage(await query, {
      order,
      cursor,
      limit,
      place: row => ({
        id: row.id,
        value: column.isTime
          ? fromDbTime(row.value)
          : (row.value as string | number),
      }),
    });
    const counted = knex('postmortems').select('postmortems.id');
    applyFilter(knex, counted, filter, now);
    return {
      items: items.map(row => row.id),
      pageInfo,
      ...(totalItems === 'include' && (await countUpToBound(knex, counted))),
    };
  }
}

function opposite(direction: 'asc' | 'desc'): 'asc' | 'desc' {
  return direction === 'asc' ? 'desc' : 'asc';
}
