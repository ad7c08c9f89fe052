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
import {
  LIMITS,
  actionItemStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItemFigures,
  ActionItemFilter,
  ActionItemGroupBy,
  ActionItemSummary,
  Page,
  Visibility,
  actionItemOrderFields,
} from 'backstage-plugin-postmortems-common';
import { applyActionItemFilter, overdueCondition } from './actionItemFilters';
import { GROUPINGS } from './actionItemGroupings';
import { toActionItemRecord } from './DatabaseActionItemStore';
import type {
  ActionItemRecord,
  ActionItemRow,
} from './DatabaseActionItemStore';
import { readTicketsBeside } from './DatabaseTicketStore';
import type { TicketBeside } from './DatabaseTicketStore';
import { teamPlans } from './DatabaseTeamStore';
import { listPage } from './listPage';
import type { SortColumn } from './listPage';
import type { PostmortemRecord } from './PostmortemRecord';
import { relatedOf } from './related';
import type { Selection } from './visibility';

type OrderField = (typeof actionItemOrderFields)[number];

const COLUMNS: Record<OrderField, SortColumn> = {
  dueAt: { name: 'due_order', isTime: true },
  priority: { name: 'priority', isTime: false },
  createdAt: { name: 'created_at', isTime: true },
  title: { name: 'title_key', isTime: false },
};

const STATUSES = actionItemStatusSchema.options;

interface ListedRow extends ActionItemRow, TicketBeside {
  postmortem_title: string;
  governing_severity: string;
  visibility: Visibility;
  postmortem_revision: number;
  related: string | null;
  related_revision: number | null;
}

/** An action item with what lists show of its postmortem. */
export interface ListedActionItemRecord {
  item: ActionItemRecord;
  postmortem: Pick<
    PostmortemRecord,
    | 'number'
    | 'title'
    | 'governingSeverity'
    | 'entityRefs'
    | 'teamRefs'
    | 'visibility'
  >;
}

/** Finds and counts action items across postmortems. */
export class DatabaseActionItemList {
  /** A page of action items, with what lists show of their postmortems. */
  async list(
    knex: Knex,
    request: Selection<ActionItemFilter> & {
      orderField: string;
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
    now: Date,
  ): Promise<Page<ListedActionItemRecord>> {
    const plans = await teamPlans(knex, 'action_item_teams', request.filter);
    const filter = (query: Knex.QueryBuilder, plan: typeof plans.page) =>
      applyActionItemFilter(
        knex,
        query,
        { ...request, filter: plan.filter },
        now,
        plan.search,
      );
    return listPage<ListedRow, ListedActionItemRecord>(knex, {
      ...request,
      table: 'action_items',
      columns: COLUMNS,
      filterPage: query => filter(query, plans.page),
      filterCount: async query => filter(query, await plans.count()),
      select: query => {
        query.select(
          'action_items.*',
          'governing_severity',
          'visibility',
          'related',
          'related_revision',
          {
            postmortem_title: 'postmortems.title',
            postmortem_revision: 'postmortems.revision',
          },
        );
        readTicketsBeside(query);
      },
      toItems: rows => toListed(knex, rows),
    });
  }

  /** Counts by status, group by group, entirely in the database. */
  async summarize(
    knex: Knex,
    request: Selection<ActionItemFilter> & { groupBy: ActionItemGroupBy },
    now: Date,
  ): Promise<ActionItemSummary> {
    const groups = await figures(knex, request.groupBy, request, now);
    const [overall] = await figures(knex, undefined, request, now);
    return {
      groupBy: request.groupBy,
      groups: groups.slice(0, LIMITS.complianceGroups),
      truncated: groups.length > LIMITS.complianceGroups,
      overall: overall
        ? {
            total: overall.total,
            counts: overall.counts,
            overdue: overall.overdue,
          }
        : { total: 0, counts: toCounts(() => 0), overdue: 0 },
    };
  }
}

async function toListed(
  knex: Knex,
  rows: ListedRow[],
): Promise<ListedActionItemRecord[]> {
  const related = await relatedOf(
    knex,
    rows.map(row => ({
      ...row,
      id: row.postmortem_id,
      revision: row.postmortem_revision,
    })),
  );
  return rows.map((row, index) => ({
    item: toActionItemRecord(row),
    postmortem: {
      number: row.postmortem_id,
      title: row.postmortem_title,
      governingSeverity: row.governing_severity,
      entityRefs: related[index].entityRefs,
      teamRefs: related[index].teamRefs,
      visibility: row.visibility,
    },
  }));
}

interface FiguresRow {
  group_key: string;
  title?: string;
  total: number | string;
  overdue: number | string;
  [status: `status_${number}`]: number | string;
}

type Group = ActionItemSummary['groups'][number];

async function figures(
  knex: Knex,
  groupBy: ActionItemGroupBy | undefined,
  selection: Selection<ActionItemFilter>,
  now: Date,
): Promise<Group[]> {
  const grouping = groupBy && GROUPINGS[groupBy](knex, selection.filter, now);
  const query = knex('action_items')
    .select({
      // Not a plain value, by which PostgreSQL refuses to group.
      group_key: grouping?.key ?? knex.raw(`cast('all' as varchar(16))`),
    })
    .count({ total: '*' })
    .select(
      knex.raw('sum(case when ? then 1 else 0 end) as overdue', [
        overdueCondition(knex, now),
      ]),
    )
    .groupByRaw('1')
    .orderBy('overdue', 'desc')
    .orderBy('total', 'desc')
    .orderBy('group_key')
    .limit(LIMITS.complianceGroups + 1);
  for (const [index, status] of STATUSES.entries()) {
    query.select(
      knex.raw(
        'sum(case when action_items.status = ? then 1 else 0 end) as ??',
        [status, `status_${index}`],
      ),
    );
  }
  grouping?.extend?.(query);
  applyActionItemFilter(knex, query, selection, now);

  const rows = (await query) as FiguresRow[];
  return rows.map(row => ({
    key: row.group_key,
    title: row.title,
    total: Number(row.total),
    overdue: Number(row.overdue),
    counts: toCounts(index => Number(row[`status_${index}`])),
  }));
}

function toCounts(count: (index: number) => number) {
  return Object.fromEntries(
    STATUSES.map((status, index) => [status, count(index)]),
  ) as ActionItemFigures['counts'];
}
