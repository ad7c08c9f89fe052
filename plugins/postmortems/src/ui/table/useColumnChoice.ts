import { useCallback, useState } from 'react';
import { useStoredSetting } from '../../data/useStoredSetting';
import { useSearchParams } from '../navigation/location';

/** URL parameter with the columns of a saved view. */
export const COLUMNS = 'columns';

/**
 * The title column is always shown. In the URL, it alone means that no other columns are chosen.
 */
const TITLE = 'title';

/** Which columns a list shows. */
export interface ColumnChoice<N extends string = string> {
  /** All available columns, in table order. */
  offered: readonly N[];
  chosen: readonly N[];
  /** Chosen columns that fit the table's width. */
  fitting: readonly string[] | undefined;
  onFit: (names: string[]) => void;
  choose: (name: N, isShown: boolean) => void;
  reset: () => void;
  /** The chosen columns as a URL parameter. */
  parameter: string;
  /** Set if the last choice couldn't be saved. */
  error: Error | undefined;
}

/**
 * A list's columns: from the URL (such as a saved view), or else the user's saved choice. If the
 * URL has columns, changes go to the URL only.
 *
 * @param list - name of the list in the user's settings
 * @param offered - columns that can be chosen
 * @param initial - columns shown until the user chooses
 */
export function useColumnChoice<N extends string>(
  list: string,
  offered: readonly N[],
  initial: readonly N[],
): ColumnChoice<N> {
  const [stored, store] = useStoredSetting(`columns.${list}`);
  const [search, setSearch] = useSearchParams();
  const [fitting, setFitting] = useState<string[]>();
  const [error, setError] = useState<Error>();
  const inUrl = search.get(COLUMNS)?.split(',');

  const named: readonly unknown[] =
    inUrl ?? (Array.isArray(stored) ? stored : initial);
  const chosen = offered.filter(name => named.includes(name));

  const save = (names: string[] | undefined) => {
    setError(undefined);
    store(() => names).catch(setError);
  };
  const toParameter = (names: readonly string[]) =>
    [TITLE, ...names.filter(name => name !== TITLE)].join();

  const setInUrl = (names: string[] | undefined) =>
    setSearch(
      current => {
        const next = new URLSearchParams(current);
        if (names) next.set(COLUMNS, toParameter(names));
        else next.delete(COLUMNS);
        return next;
      },
      { replace: true },
    );

  const onFit = useCallback((names: string[]) => setFitting(names), []);

  return {
    offered,
    chosen,
    fitting,
    onFit,
    choose: (name, isShown) => {
      const next = [
        ...offered.filter(each =>
          each === name ? isShown : chosen.includes(each),
        ),
        // Keep chosen columns that this view doesn't offer but others of the same list do.
        ...named.filter(each => !offered.includes(each as N)),
      ].map(String);
      if (inUrl) setInUrl(next);
      else save(next);
    },
    reset: () => {
      if (inUrl) setInUrl(undefined);
      save(undefined);
    },
    parameter: toParameter(chosen),
    error,
  };
}
