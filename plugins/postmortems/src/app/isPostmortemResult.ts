import type { SearchResult } from '@backstage/plugin-search-common';
import { POSTMORTEMS_SEARCH_TYPE } from 'backstage-plugin-postmortems-common';

/** Whether a result of the portal's search is a postmortem. */
export function isPostmortemResult({ type, document }: SearchResult): boolean {
  return type === POSTMORTEMS_SEARCH_TYPE && 'postmortemId' in document;
}
