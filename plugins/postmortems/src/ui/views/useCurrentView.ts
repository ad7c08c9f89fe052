import { useSearchParams } from '../navigation/location';
import { COLUMNS } from '../table/useColumnChoice';
import type { ColumnChoice } from '../table/useColumnChoice';
import { viewParameters } from './savedViews';

/**
 * The list's current filters, order and columns, as URL parameters.
 *
 * @param names - parameters to save in a view, such as the list's filters
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
