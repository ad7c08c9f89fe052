import type { Knex } from 'knex';
import type {
  Page,
  PostmortemFilter,
  postmortemOrderFields,
} from 'backstage-plugin-postmortems-common';
import { teamPlans } from '../team/ports';
import { applyFilter } from './filters';
import { inByteOrder } from '../kernel/db/dialect';
import { listPage, refOrNullColumn } from '../kernel/db/listPage';
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
  // In alphabetical order, the statuses are in the order of the lifecycle.
  status: { name: 'status', isTime: false },
  ownerRef: refOrNullColumn('postmortems', 'owner_ref'),
  entityRef: {
    name: 'primary_ref',
    isTime: false,
    expression: knex => inByteOrder(knex, 'primary_entity.entity_ref'),
    joined: { idColumn: 'primary_entity.postmortem_id', join: joinPrimary },
  },
};

/** Adds the primary entity, which every postmortem has. */
function joinPrimary(query: Knex.QueryBuilder): void {
  query
    .join({ primary_entity: 'postmortem_entities' }, on =>
      on.on('primary_entity.postmortem_id', 'postmortems.id'),
    )
    // As a literal, so that it matches the partial index.
    .whereRaw('primary_entity.position = 0')
    .select({ primary_ref: 'primary_entity.entity_ref' });
}

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
