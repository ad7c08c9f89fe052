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

import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** How a list may be ordered, by the fields of the API. */
export interface ListOrders {
  /** What the list opens with, such as `dueAt,asc`. */
  initial: string;
  /** The direction in which one looks for something, where one sorts by a field for the first time. */
  first: Record<string, 'asc' | 'desc'>;
}

/** The other direction, or the field's first where the list is sorted by something else. */
export function nextOrder(
  current: string,
  field: string,
  first: ListOrders['first'],
): string {
  const [currentField, direction] = current.split(',');
  if (currentField !== field) return `${field},${first[field]}`;
  return `${field},${direction === 'asc' ? 'desc' : 'asc'}`;
}

/** Order and page of a list, in the address; each change is a step that "back" undoes. */
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

  return { orderField, cursor, sortBy, goTo };
}
