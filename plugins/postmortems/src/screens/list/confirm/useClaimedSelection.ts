import { useEffect } from 'react';
import type {
  PostmortemFilter,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import type { Selection } from '../../../ui/table/SelectCells';
import { useRowSelection } from '../../../ui/table/useRowSelection';
import type { RowSelection } from '../../../ui/table/useRowSelection';

/** The selected unconfirmed imports, and the table's checkboxes for them. */
export interface ClaimedSelection {
  rows: RowSelection<PostmortemSummary>;
  selection: Selection<PostmortemSummary>;
}

/**
 * Enables selection if the list contains only unconfirmed imports.
 *
 * @param items - the visible rows
 * @returns undefined if the list contains anything else
 */
export function useClaimedSelection(
  filter: PostmortemFilter,
  items: PostmortemSummary[] | undefined,
): ClaimedSelection | undefined {
  const { t } = useTexts();
  const rows = useRowSelection<PostmortemSummary>();
  const { clear, renew } = rows;

  // Rows that are no longer in the list must not be confirmed.
  const question = JSON.stringify(filter);
  useEffect(() => clear(), [clear, question]);
  useEffect(() => {
    if (items) renew(items);
  }, [renew, items]);

  if (filter.complianceStatus?.join() !== 'claimed') return undefined;
  return {
    rows,
    selection: {
      ids: rows.ids,
      onChange: rows.select,
      label: ({ id }) => t('imported.bulk.select', { id }),
      labelOfAll: t('imported.bulk.selectAll'),
    },
  };
}
