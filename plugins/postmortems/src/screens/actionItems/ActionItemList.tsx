import type {
  ListedActionItem,
  Page,
} from 'backstage-plugin-postmortems-common';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Loaded } from '../../data/useLoaded';
import { LoadError } from '../../ui/feedback/LoadError';
import { Pages } from '../../ui/table/Pages';
import type { RowSelection } from '../../ui/table/useRowSelection';
import { ActionItemTable } from './ActionItemTable';
import type { ActionItemColumn } from './columns';

export interface SharedListProps {
  orderField: string;
  onSort: (field: string) => void;
  columnNames: readonly ActionItemColumn[];
  onFit: (names: string[]) => void;
  selection: RowSelection<ListedActionItem>;
  /** Shown if there are no items. */
  empty: ReactNode;
  /** Clears the filters, if there are any. */
  clearButton?: ReactNode;
}

/** A page of action items, with links to the other pages. */
export function ActionItemList(
  props: SharedListProps & {
    label: string;
    page: Loaded<Page<ListedActionItem>>;
    goTo: (cursor: string | undefined) => void;
    skeletonRows?: number;
  },
) {
  const { page, goTo, empty, clearButton, ...table } = props;
  const items = page.value?.items;
  const { renew } = props.selection;
  useEffect(() => {
    if (items) renew(items);
  }, [items, renew]);

  let placeholder: ReactNode;
  if (page.error) {
    placeholder = (
      <LoadError error={page.error} retry={page.retry} action={clearButton} />
    );
  } else if (items?.length === 0 && !page.loading) {
    placeholder = empty;
  }

  return (
    <>
      <ActionItemTable
        {...table}
        items={items}
        loading={page.loading}
        placeholder={placeholder}
      />
      {items && page.value && (
        <Pages pageInfo={page.value.pageInfo} goTo={goTo} />
      )}
    </>
  );
}
