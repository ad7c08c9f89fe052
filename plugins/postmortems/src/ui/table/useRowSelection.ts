import { useCallback, useMemo, useState } from 'react';

export interface Row {
  id: string;
  revision: number;
}

/** The selected rows across all pages and groups. */
export interface RowSelection<T extends Row> {
  items: T[];
  ids: ReadonlySet<string>;
  select: (items: T[], selected: boolean) => void;
  /**
   * Replaces selected rows with newer versions once the user sees those, because bulk requests must
   * send the revision that the user saw.
   */
  renew: (items: T[]) => void;
  clear: () => void;
}

function isNewer(item: Row, than: Row | undefined): boolean {
  return than !== undefined && item.revision > than.revision;
}

export function useRowSelection<T extends Row>(): RowSelection<T> {
  const [selected, setSelected] = useState<ReadonlyMap<string, T>>(
    () => new Map(),
  );

  const select = useCallback<RowSelection<T>['select']>(
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
  const renew = useCallback<RowSelection<T>['renew']>(
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
