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

/** The fields by which the table is sorted; the API knows more. */
export type SortField = 'title' | 'severity' | 'dueAt' | 'startedAt';

/** By which field, in which direction. */
export interface Sort {
  field: SortField;
  direction: 'asc' | 'desc';
}

/** What comes first when one sorts by a column for the first time: what one looks for. */
const firstDirections: Record<SortField, Sort['direction']> = {
  title: 'asc',
  severity: 'desc',
  dueAt: 'asc',
  startedAt: 'desc',
};

/** The newest incidents first, as the API has it. */
export const defaultOrder = 'startedAt,desc';

/** The other direction, or the column's first where the list is sorted by something else. */
export function nextOrder(current: string, field: SortField): string {
  const [currentField, direction] = current.split(',');
  if (currentField !== field) return `${field},${firstDirections[field]}`;
  return `${field},${direction === 'asc' ? 'desc' : 'asc'}`;
}

/** Order and page of a list, in the address; each change is a step that "back" undoes. */
export function useListState() {
  const [search, setSearch] = useSearchParams();
  const orderField = search.get('orderField') ?? defaultOrder;
  const cursor = search.get('cursor') ?? undefined;

  const sortBy = useCallback(
    (field: SortField) =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        next.set('orderField', nextOrder(orderField, field));
        next.delete('cursor');
        return next;
      }),
    [setSearch, orderField],
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
