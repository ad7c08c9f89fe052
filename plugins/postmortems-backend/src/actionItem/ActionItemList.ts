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
import { applyActionItemFilter, overdueCondition } from './filters';
import { GROUPINGS } from './groupings';
import { toActionItemRecord } from './ActionItemStore';
import type { ActionItemRecord, ActionItemRow } from './ActionItemStore';
import { selectTicketColumns } from './itemTicket';
import type { TicketColumns } from './itemTicket';
import { GROUP_ACTION_ITEMS, listGroup, teamPlans } from '../team/ports';
import { fromJson } from '../kernel/db/json';
import { fromDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';
import { listPage, refOrNullColumn } from '../kernel/db/listPage';
import type { SortColumn } from '../kernel/db/listPage';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { relatedOf } from '../postmortem/related';
import type { Selection } from '../kernel/access/scopeSql';

type OrderField = (typeof actionItemOrderFields)[number];

const COLUMNS: Record<OrderField, SortColumn> = {
  dueAt: { name: 'due_order', isTime: true },
  priority: { name: 'priority', isTime: false },
  createdAt: { name: 'created_at', isTime: true },
  title: { name: 'title_key', isTime: false },
  // In reverse alphabetical order, the statuses are in the order of the lifecycle.
  status: { name: 'status', isTime: false, reversed: true },
  ownerRef: refOrNullColumn('action_items', 'owner_ref'),
};

const STATUSES = actionItemStatusSchema.options;

interface ListedRow extends ActionItemRow, TicketColumns {
  postmortem_title: string;
  governing_severity: string;
  visibility: Visibility;
  postmortem_revision: number;
  related: string | null;
  related_revision: number | null;
  calendar: string | null;
  postmortem_started_at: DbTime;
}

/** An action item with the postmortem fields that lists show. */
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
    | 'startedAt'
    | 'calendar'
  >;
}

/** Lists and counts action items across postmortems. */
export class ActionItemList {
  /** A page of action items. */
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
    const list = {
      ...request,
      select: selectListed,
      toItems: (rows: ListedRow[]) => toListed(knex, rows),
    };
    const ofGroup = await listGroup(knex, GROUP_ACTION_ITEMS, {
      ...list,
      restrict: query =>
        applyActionItemFilter(knex, query, { ...request, filter: {} }, now),
    });
    if (ofGroup) return ofGroup;

    const plans = await teamPlans(knex, 'action_item_teams', request.filter);
    const filter = (query: Knex.QueryBuilder, plan: typeof plans.page) =>
      applyActionItemFilter(
        knex,
        query,
        { ...request, filter: plan.filter },
        now,
        plan.search,
      );
    return listPage(knex, {
      ...list,
      table: 'action_items',
      columns: COLUMNS,
      filterPage: query => filter(query, plans.page),
      filterCount: async query => filter(query, await plans.count()),
    });
  }

  /** Counts by status and group, entirely in the database. */
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

function selectListed(query: Knex.QueryBuilder): void {
  query.select(
    'action_items.*',
    'governing_severity',
    'visibility',
    'related',
    'related_revision',
    'calendar',
    {
      postmortem_started_at: 'postmortems.started_at',
      postmortem_title: 'postmortems.title',
      postmortem_revision: 'postmortems.revision',
    },
  );
  selectTicketColumns(query);
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
      startedAt: fromDbTime(row.postmortem_started_at),
      calendar: fromJson(row.calendar),
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
      // PostgreSQL can't group by a bound parameter.
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
