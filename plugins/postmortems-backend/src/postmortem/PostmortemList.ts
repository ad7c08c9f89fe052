import type { Knex } from 'knex';
import type {
  Page,
  PostmortemFilter,
  postmortemOrderFields,
} from 'backstage-plugin-postmortems-common';
import { teamPlans } from '../team/ports';
import { applyFilter } from './filters';
import { listPage } from '../kernel/db/listPage';
import type { SortColumn } from '../kernel/db/listPage';
import type { ListedPostmortem } from './PostmortemRecord';
import { LISTED_COLUMNS, toListed } from './postmortemRows';
import type { ListedRow } from './postmortemRows';
import type { Selection } from '../kernel/access/scopeSql';

type OrderField = (typeof postmortemOrderFields)[number];

const SELECTED = LISTED_COLUMNS.map(column => `postmortems.${column}`);

const COLUMNS: Record<OrderField, SortColumn> = {
  startedAt: { name: 'started_at', isTime: true },
  dueAt: { name: 'due_order', isTime: true },
  severity: { name: 'governing_rank', isTime: false, reversed: true },
  title: { name: 'title_key', isTime: false },
  updatedAt: { name: 'updated_at', isTime: true },
};

/** A list request: filter, access, order and page. */
export interface ListRequest extends Selection<PostmortemFilter> {
  orderField: string;
  limit: number;
  cursor?: string;
  totalItems: 'include' | 'exclude';
}

export class PostmortemList {
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
