import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { ListTable } from '../../ui/table/ListTable';
import type { RowSelection } from '../../ui/table/useRowSelection';
import { ActionItemLink } from './ActionItemLink';
import { canEdit, columns } from './columns';
import type { ActionItemColumn } from './columns';

/** Most columns are editable, so in tables narrower than this they all move under the title. */
const sizes = { titleWidth: 280, narrowBelow: 860 };

function renderTitle(item: ListedActionItem) {
  return <ActionItemLink item={item} inTable />;
}

/** A compact table of action items. Owner, due date and status can be edited in place. */
export function ActionItemTable(props: {
  label: string;
  columnNames: readonly ActionItemColumn[];
  /** Undefined during the first load. */
  items?: ListedActionItem[];
  /** Whether new rows are loading. */
  loading: boolean;
  orderField: string;
  onSort: (field: string) => void;
  onFit: (names: string[]) => void;
  /** Shown if there are no rows. */
  placeholder?: ReactNode;
  selection: RowSelection<ListedActionItem>;
  skeletonRows?: number;
}) {
  const { columnNames, items, selection, ...rest } = props;
  const { t } = useTexts();
  // If there are no tickets, the title takes up their space.
  const hasTickets = items?.some(item => item.ticket);
  const { onFit } = props;
  const onFitHere = useCallback(
    (names: string[]) => onFit(hasTickets ? names : [...names, 'ticket']),
    [onFit, hasTickets],
  );
  const shownNames = columnNames.filter(
    name => name !== 'ticket' || hasTickets,
  );

  return (
    <ListTable<ListedActionItem>
      {...rest}
      rows={items}
      onFit={onFitHere}
      sizes={sizes}
      title={{
        label: t('actionItemList.column.title'),
        sort: 'title',
        render: renderTitle,
      }}
      columns={shownNames.map(name => ({
        name,
        ...columns[name],
        label: t(`actionItemList.column.${name}`),
      }))}
      selection={
        items?.some(canEdit)
          ? {
              ids: selection.ids,
              onChange: selection.select,
              label: item => t('actionItemList.select', { id: item.id }),
              labelOfAll: t('actionItemList.selectAll'),
            }
          : undefined
      }
    />
  );
}
