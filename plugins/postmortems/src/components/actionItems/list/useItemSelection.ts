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
  ActionItem,
  ListedActionItem,
} from 'backstage-plugin-postmortems-common';

/** The action items that are ticked, over all pages and groups. */
export interface ItemSelection {
  items: ListedActionItem[];
  ids: ReadonlySet<string>;
  select: (items: ListedActionItem[], selected: boolean) => void;
  /** Tells of items as they are now: what is sent for those ticked must name the revision seen. */
  renew: (items: ListedActionItem[]) => void;
  clear: () => void;
}

function isNewer(item: ActionItem, than: ActionItem | undefined): boolean {
  return than !== undefined && item.revision > than.revision;
}

export function useItemSelection(): ItemSelection {
  const [selected, setSelected] = useState<
    ReadonlyMap<string, ListedActionItem>
  >(() => new Map());

  const select = useCallback<ItemSelection['select']>(
    (items, isSelected) =>
      setSelected(current => {
        const next = new Map(current);
        for (const item of items) {
          if (isSelected) next.set(item.id, item);
          else next.delete(item.id);
        }
        return next;
      }),
    [],
  );
  const renew = useCallback<ItemSelection['renew']>(
    items =>
      setSelected(current => {
        const newer = items.filter(item => isNewer(item, current.get(item.id)));
        if (newer.length === 0) return current;
        return new Map([
          ...current,
          ...newer.map(item => [item.id, item] as const),
        ]);
      }),
    [],
  );
  const clear = useCallback(() => setSelected(new Map()), []);

  return useMemo(
    () => ({
      items: [...selected.values()],
      ids: new Set(selected.keys()),
      select,
      renew,
      clear,
    }),
    [selected, select, renew, clear],
  );
}
