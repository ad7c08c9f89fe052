import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  Page,
  PostmortemFilter,
  SearchSnippet,
  postmortemOrderFields,
} from 'backstage-plugin-postmortems-common';
import { GROUP_POSTMORTEMS, listGroup, teamPlans } from '../team/ports';
import { applyFilter } from './filters';
import { inByteOrder } from '../kernel/db/dialect';
import { decodeCursor, toPage } from '../kernel/db/keyset';
import type { Order } from '../kernel/db/keyset';
import { listPage, refOrNullColumn } from '../kernel/db/listPage';
import type { SortColumn } from '../kernel/db/listPage';
import type { ListedPostmortem } from './PostmortemRecord';
import { LISTED_COLUMNS, toListed } from './postmortemRows';
import type { ListedRow } from './postmortemRows';
import {
  findBest,
  parseQuery,
  planSearch,
  rankMatches,
  readSnippets,
} from '../search/ports';
import type { Match, SearchQuery } from '../search/ports';
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

/** The order of search results, which is not that of a column. */
const RELEVANCE: Order = {
  name: 'relevance',
  column: '',
  idColumn: '',
  direction: 'desc',
  toDb: value => value,
};

/** A list request: filter, access, order and page. */
export interface ListRequest extends Selection<PostmortemFilter> {
  /** Default: newest first or, in a search, by relevance. */
  orderField?: string;
  limit: number;
  cursor?: string;
  totalItems: 'include' | 'exclude';
}

/** A postmortem and, in a search, the passage that matched. */
export interface FoundRecord {
  record: ListedPostmortem;
  snippet?: SearchSnippet;
}

type FoundPage = Page<FoundRecord> & { searchedNewest?: number };

export class PostmortemList {
  async list(knex: Knex, request: ListRequest, now: Date): Promise<FoundPage> {
    const { q } = request.filter;
    if (!q) return toFound(await this.#listInOrder(knex, request, now));
    const search = parseQuery(q);
    if (!request.orderField) return this.#rank(knex, request, search, now);
    const page = await this.#listInOrder(knex, request, now, search);
    const numbers = page.items.map(({ number }) => number);
    const matches = await rankMatches(knex, numbers, search);
    return toFound(page, await readSnippets(knex, matches, search));
  }

  async #listInOrder(
    knex: Knex,
    { orderField = 'startedAt,desc', ...request }: ListRequest,
    now: Date,
    search?: SearchQuery,
  ): Promise<Page<ListedPostmortem>> {
    const list = {
      ...request,
      orderField,
      select: (query: Knex.QueryBuilder) => query.select(SELECTED),
      toItems: (rows: ListedRow[]) => toListed(knex, rows),
    };
    const ofGroup = await listGroup(knex, GROUP_POSTMORTEMS, {
      ...list,
      restrict: query =>
        applyFilter(knex, query, { ...request, filter: {} }, now),
    });
    if (ofGroup) return ofGroup;

    const plans = await teamPlans(knex, 'postmortem_teams', request.filter);
    const restrict = search && (await planSearch(knex, search));
    const filter = (query: Knex.QueryBuilder, plan: typeof plans.page) => {
      applyFilter(
        knex,
        query,
        { ...request, filter: { ...plan.filter, q: undefined } },
        now,
        plan.search,
      );
      restrict?.(query);
    };
    return listPage(knex, {
      ...list,
      table: 'postmortems',
      columns: COLUMNS,
      filterPage: query => filter(query, plans.page),
      filterCount: async query => filter(query, await plans.count()),
    });
  }

  /**
   * Lists the newest matches by relevance. Their number is limited, so all are ordered for each
   * page.
   */
  async #rank(
    knex: Knex,
    request: ListRequest,
    search: SearchQuery,
    now: Date,
  ): Promise<FoundPage> {
    const cursor = decodeCursor(request.cursor, RELEVANCE.name);
    const plans = await teamPlans(knex, 'postmortem_teams', request.filter);
    const { filter, search: teamSearch } = plans.page;
    const { matches, isBounded } = await findBest(knex, search, () => {
      const query = knex('postmortems');
      applyFilter(
        knex,
        query,
        { ...request, filter: { ...filter, q: undefined } },
        now,
        teamSearch,
      );
      return query;
    });
    const { limit } = request;
    const isAfter = ({ score, postmortem }: Match) =>
      !cursor ||
      score < Number(cursor.value) ||
      (score === cursor.value && postmortem < cursor.id);
    const isCursor = ({ postmortem }: Match) => postmortem === cursor?.id;
    const rest = cursor?.backwards
      ? matches.filter(match => !isAfter(match) && !isCursor(match)).reverse()
      : matches.filter(isAfter);
    const page = toPage(rest.slice(0, limit + 1), {
      order: RELEVANCE,
      cursor,
      limit,
      place: ({ score, postmortem }) => ({ value: score, id: postmortem }),
    });
    const records = await this.#getMany(
      knex,
      page.items.map(({ postmortem }) => postmortem),
    );
    return {
      ...toFound(
        { ...page, items: records },
        await readSnippets(knex, page.items, search),
      ),
      ...(request.totalItems === 'include' && {
        totalItems: matches.length,
        ...(isBounded && { totalItemsCapped: true }),
      }),
      ...(isBounded && { searchedNewest: LIMITS.rankedMatches }),
    };
  }

  async #getMany(knex: Knex, numbers: number[]): Promise<ListedPostmortem[]> {
    const rows: ListedRow[] = await knex('postmortems')
      .whereIn('id', numbers)
      .select(SELECTED);
    const records = await toListed(knex, rows);
    const byNumber = new Map(records.map(record => [record.number, record]));
    return numbers.flatMap(number => byNumber.get(number) ?? []);
  }
}

function toFound(
  page: Page<ListedPostmortem>,
  snippets?: Map<number, SearchSnippet>,
): FoundPage {
  return {
    ...page,
    items: page.items.map(record => ({
      record,
      snippet: snippets?.get(record.number),
    })),
  };
}
