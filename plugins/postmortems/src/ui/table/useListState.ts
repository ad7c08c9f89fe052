import { useCallback } from 'react';
import { useSearchParams } from '../navigation/location';

/** Sort orders for a list, by API field. */
export interface ListOrders {
  /** The default, such as `dueAt,asc`. */
  initial: string;
  /** The direction that sorting by a field starts with. */
  first: Record<string, 'asc' | 'desc'>;
}

/** Reverses the order if it is by this field; otherwise starts with the field's first direction. */
export function nextOrder(
  current: string,
  field: string,
  first: ListOrders['first'],
): string {
  const [currentField, direction] = current.split(',');
  if (currentField !== field) return `${field},${first[field]}`;
  return `${field},${direction === 'asc' ? 'desc' : 'asc'}`;
}

/** A list's order and page, stored in the URL. Each change adds a history entry. */
export function useListState({ initial, first }: ListOrders) {
  const [search, setSearch] = useSearchParams();
  const orderField = search.get('orderField') ?? initial;
  const cursor = search.get('cursor') ?? undefined;

  const sortBy = useCallback(
    (field: string) =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        next.set('orderField', nextOrder(orderField, field, first));
        next.delete('cursor');
        return next;
      }),
    [setSearch, orderField, first],
  );

  const resetOrder = useCallback(
    () =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        next.delete('orderField');
        next.delete('cursor');
        return next;
      }),
    [setSearch],
  );

  const goTo = useCallback(
    (page: string | undefined) =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        if (page) next.set('cursor', page);
        else next.delete('cursor');
        return next;
      }),
    [setSearch],
  );

  return { orderField, cursor, sortBy, resetOrder, goTo };
}
