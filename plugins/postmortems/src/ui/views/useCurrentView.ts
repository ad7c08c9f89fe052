import { useSearchParams } from '../navigation/location';
import { COLUMNS } from '../table/useColumnChoice';
import type { ColumnChoice } from '../table/useColumnChoice';
import { viewParameters } from './savedViews';

/**
 * The URL parameters of what a list shows now: filters, order and columns.
 *
 * @param names - parameters of the list's filters, and of anything else that a view keeps
 */
export function useCurrentView<N extends string>(
  names: readonly string[],
  orderField: string,
  columns: ColumnChoice<N>,
): string {
  const [search] = useSearchParams();
  return viewParameters(search, names, {
    orderField,
    [COLUMNS]: columns.parameter,
  });
}
