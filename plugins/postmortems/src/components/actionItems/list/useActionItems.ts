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

import { useCallback, useMemo, useState } from 'react';
import type {
  ListActionItemsQuery,
  ListedActionItem,
  Page,
} from 'backstage-plugin-postmortems-common';
import { usePostmortemsData } from '../../shared';
import type { PostmortemsData } from '../../shared';

/** A page of action items, and a way to show one of them as it is after a change. */
export interface ActionItems extends PostmortemsData<Page<ListedActionItem>> {
  items?: ListedActionItem[];
  show: (item: ListedActionItem) => void;
}

/**
 * A page of action items. One that was changed here is shown so at once; whether it still belongs
 * to the list is seen when that was loaded again.
 */
export function useActionItems(query: ListActionItemsQuery): ActionItems {
  const page = usePostmortemsData(
    api => api.listActionItems({ query }),
    [JSON.stringify(query)],
  );
  const [changed, setChanged] = useState<Record<string, ListedActionItem>>({});
  const show = useCallback(
    (item: ListedActionItem) =>
      setChanged(current => ({ ...current, [item.id]: item })),
    [],
  );

  const loaded = page.error ? undefined : page.value?.items;
  const items = useMemo(
    () =>
      loaded?.map(item => {
        const mine = changed[item.id];
        return mine && mine.revision > item.revision ? mine : item;
      }),
    [loaded, changed],
  );
  return { ...page, items, show };
}
