import type { Knex } from 'knex';
import type { Page } from 'backstage-plugin-postmortems-common';
import { countUpToBound } from './count';
import { inByteOrder } from './dialect';
import { applyKeyset, decodeCursor, toPage } from './keyset';
import type { Order } from './keyset';
import { fromDbTime } from './time';
import { sideBySide } from './sideBySide';
import type { DbTime } from './time';

/** A sortable column; never null, unless `whenNull` is set. */
export interface SortColumn {
  name: string;
  isTime: boolean;
  /** Whether smaller values rank higher, as with severities: rank 1 is the most severe. */
  reversed?: boolean;
  /** The value that null sorts as. `expression` must use it too. */
  whenNull?: string;
  /** The expression that the index for this order contains, if it isn't the column itself. */
  expression?: (knex: Knex) => Knex.Raw;
  /** The joined table that contains the column, if it isn't in the main table. */
  joined?: { idColumn: string; join: (query: Knex.QueryBuilder) => void };
}

/** Follows every entity reference in byte order, because kinds start with a letter. */
const AFTER_REFS = '~';

/** Orders by a column of entity references, with null last. Requires an index on `expression`. */
export function refOrNullColumn(table: string, name: string): SortColumn {
  return {
    name,
    isTime: false,
    whenNull: AFTER_REFS,
    expression: knex =>
      inByteOrder(knex, `coalesce(${table}.${name}, '${AFTER_REFS}')`),
  };
}

/** How to load a page of rows. */
export interface ListPageRequest<R, T> {
  table: string;
  columns: Record<string, SortColumn>;
  /** Restricts the page query to matches. */
  filterPage: (query: Knex.QueryBuilder) => void;
  /** Restricts the count query, which can use a different, faster strategy. */
  filterCount: (query: Knex.QueryBuilder) => Promise<void>;
  /** Selects the columns of the page, including the order column. */
  select: (query: Knex.QueryBuilder) => void;
  /** Converts rows to items, and loads related data. */
  toItems: (rows: R[]) => Promise<T[]>;
  orderField: string;
  limit: number;
  cursor?: string;
  totalItems: 'include' | 'exclude';
}

/**
 * Loads a page of a table in the requested order, and counts all matches in parallel.
 *
 * @throws InputError for a cursor from a different order
 */
export async function listPage<R extends { id: number }, T>(
  knex: Knex,
  request: ListPageRequest<R, T>,
): Promise<Page<T>> {
  const { table, limit } = request;
  const [field, direction] = request.orderField.split(',');
  const column = request.columns[field];
  const ascending = (direction === 'asc') !== Boolean(column.reversed);
  const order: Order = {
    name: request.orderField,
    column: column.expression?.(knex) ?? `${table}.${column.name}`,
    idColumn: column.joined?.idColumn ?? `${table}.id`,
    direction: ascending ? 'asc' : 'desc',
    toDb: value => (column.isTime ? new Date(value) : value),
  };
  const cursor = decodeCursor(request.cursor, order.name);

  const readPage = async (): Promise<Page<T>> => {
    const query = knex(table);
    request.select(query);
    column.joined?.join(query);
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
            : ((value ?? column.whenNull) as string | number),
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

/** Loads a page of rows in id order, and counts all matches. */
export async function listById<R extends { id: number }, T>(
  knex: Knex,
  request: {
    /** Creates a new query for the matches. */
    matching: () => Knex.QueryBuilder;
    /** The columns to select. Default: all. */
    columns?: string[];
    direction: 'asc' | 'desc';
    toItem: (row: R) => T;
    limit: number;
    cursor?: string;
    totalItems: 'include' | 'exclude';
  },
): Promise<Page<T>> {
  const { matching, columns = ['*'], direction, limit } = request;
  const order: Order = {
    name: direction === 'asc' ? 'oldest-first' : 'newest-first',
    column: 'id',
    idColumn: 'id',
    direction,
    toDb: value => value,
  };
  const cursor = decodeCursor(request.cursor, order.name);
  const query = matching().select(columns);
  applyKeyset(query, order, cursor, limit);
  const { items, pageInfo } = toPage<R>(await query, {
    order,
    cursor,
    limit,
    place: ({ id }) => ({ value: id, id }),
  });
  return {
    items: items.map(request.toItem),
    pageInfo,
    ...(request.totalItems === 'include' &&
      (await countUpToBound(knex, matching().select('id')))),
  };
}
