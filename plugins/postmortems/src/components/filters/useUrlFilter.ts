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

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readFilter, writeFilter } from './filter';
import type { UrlFilter } from './filter';

/** The filters a screen offers; some are several parameters of the API. */
export type OfferedFilter =
  | Exclude<keyof UrlFilter, 'startedAfter' | 'startedBefore' | 'subTeams'>
  | 'date';

function parametersOf(offered: OfferedFilter): Array<keyof UrlFilter> {
  switch (offered) {
    case 'date':
      return ['startedAfter', 'startedBefore'];
    case 'teamRef':
      return ['teamRef', 'subTeams'];
    default:
      return [offered];
  }
}

/** The filters in effect, and ways to change them. */
export interface UrlFilterState {
  filter: UrlFilter;
  isSet: boolean;
  change: (changes: UrlFilter, options?: { replace?: boolean }) => void;
  clear: () => void;
}

/**
 * The filters in the address, of those that the screen offers: what is in effect can be seen.
 * Changing them goes back to the first page and adds a step to the browser's history, unless
 * `replace` is set.
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

  return { filter, isSet: Object.keys(filter).length > 0, change, clear };
}
