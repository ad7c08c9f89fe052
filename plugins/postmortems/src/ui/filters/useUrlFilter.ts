import { useCallback, useMemo } from 'react';
import { useSearchParams } from '../navigation/location';
import { readFilter, writeFilter } from './filter';
import type { UrlFilter } from './filter';

/** Names of the filters that a screen can offer. Some filters set several API parameters. */
export type OfferedFilter =
  | Exclude<
      keyof UrlFilter,
      | 'startedAfter'
      | 'startedBefore'
      | 'subTeams'
      | 'durationAtLeast'
      | 'durationBelow'
      | 'committedAfter'
      | 'committedBefore'
      | 'closedAfter'
      | 'closedBefore'
    >
  | 'date'
  | 'committed'
  | 'closed';

function parametersOf(offered: OfferedFilter): Array<keyof UrlFilter> {
  switch (offered) {
    case 'date':
      return ['startedAfter', 'startedBefore'];
    case 'teamRef':
      return ['teamRef', 'subTeams'];
    case 'duration':
      return ['duration', 'durationAtLeast', 'durationBelow'];
    case 'committed':
      return ['committedAfter', 'committedBefore'];
    case 'closed':
      return ['closedAfter', 'closedBefore'];
    default:
      return [offered];
  }
}

/** The current filters, with functions to change them. */
export interface UrlFilterState {
  filter: UrlFilter;
  /** URL parameters of the offered filters. */
  names: readonly (keyof UrlFilter)[];
  isSet: boolean;
  change: (changes: UrlFilter, options?: { replace?: boolean }) => void;
  clear: () => void;
}

/**
 * Reads the offered filters from the URL. Changing a filter returns to the first page and adds a
 * history entry, unless `replace` is set.
 */
export function useUrlFilter(offered: OfferedFilter[]): UrlFilterState {
  const [search, setSearch] = useSearchParams();
  const key = offered.join();
  const names = useMemo(
    () => (key.split(',') as OfferedFilter[]).flatMap(parametersOf),
    [key],
  );

  const filter = useMemo(() => {
    const all = readFilter(search);
    return Object.fromEntries(
      names.flatMap(name => (all[name] ? [[name, all[name]]] : [])),
    ) as UrlFilter;
  }, [search, names]);

  const change = useCallback(
    (changes: UrlFilter, options?: { replace?: boolean }) =>
      setSearch(current => {
        const next = writeFilter(current, changes);
        next.delete('cursor');
        return next;
      }, options),
    [setSearch],
  );

  const clear = useCallback(
    () => change(Object.fromEntries(names.map(name => [name, undefined]))),
    [change, names],
  );

  return {
    filter,
    names,
    isSet: Object.keys(filter).length > 0,
    change,
    clear,
  };
}
