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
import { teamPlans } from './DatabaseTeamStore';
import { applyFilter } from './filters';
import { listPage } from './listPage';
import type { SortColumn } from './listPage';
import type { ListedPostmortem } from './PostmortemRecord';
import { LISTED_COLUMNS, toListed } from './postmortemRows';
import type { ListedRow } from './postmortemRows';
import type { Selection } from './visibility';

type OrderField = (typeof postmortemOrderFields)[number];

const SELECTED = LISTED_COLUMNS.map(column => `postmortems.${column}`);

const COLUMNS: Record<OrderField, SortColumn> = {
  startedAt: { name: 'started_at', isTime: true },
  dueAt: { name: 'due_order', isTime: true },
  severity: { name: 'governing_rank', isTime: false, reversed: true },
  title: { name: 'title_key', isTime: false },
  updatedAt: { name: 'updated_at', isTime: true },
};

/** What to list: the filter, what the caller sees, the order, and which page. */
export interface ListRequest extends Selection<PostmortemFilter> {
  orderField: string;
  limit: number;
  cursor?: string;
  totalItems: 'include' | 'exclude';
}

/** Finds the postmortems of a page. */
export class DatabasePostmortemList {
  async list(
    knex: Knex,
    request: ListRequest,
    now: Date,
  ): Promise<Page<ListedPostmortem>> {
    const plans = await teamPlans(knex, 'postmortem_teams', request.filter);
    const filter = (query: Knex.QueryBuilder, plan: typeof plans.page) =>
      applyFilter(
        knex,
        query,
        { ...request, filter: plan.filter },
        now,
        plan.search,
      );
    return listPage<ListedRow, ListedPostmortem>(knex, {
      ...request,
      table: 'postmortems',
      columns: COLUMNS,
      filterPage: query => filter(query, plans.page),
      filterCount: async query => filter(query, await plans.count()),
      select: query => query.select(SELECTED),
      toItems: rows => toListed(knex, rows),
    });
  }
}
