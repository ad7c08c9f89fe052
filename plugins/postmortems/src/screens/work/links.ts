import { writeFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';

/** Maximum number of rows in a panel. */
export const MOST_ROWS = 6;

/** A link to the list at `path` with exactly this filter. */
export function linkTo(
  path: string,
  filter: UrlFilter,
  orderField?: string,
): string {
  const search = writeFilter(new URLSearchParams(), filter);
  if (orderField) search.set('orderField', orderField);
  return `${path}?${search}`;
}
