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

import type { ReactNode } from 'react';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { ListTable } from '../../table';
import { useTrackers } from '../tickets';
import { ActionItemLink } from './ActionItemLink';
import type { ItemSelection } from './useItemSelection';
import { columns } from './columns';
import type { ActionItemColumn } from './columns';
import { useEditable } from './useEditable';

/** Here the facts are what one edits: below this they all stand under the title. */
const sizes = { titleWidth: 280, narrowBelow: 860 };

/** A compact table of action items, whose owner, due date and status are changed in place. */
export function ActionItemTable(props: {
  label: string;
  columnNames: ActionItemColumn[];
  /** Absent while the first ones load. */
  items?: ListedActionItem[];
  /** Others are on their way to replace them. */
  loading: boolean;
  orderField: string;
  onSort: (field: string) => void;
  /** Stands where there are no rows. */
  placeholder?: ReactNode;
  onChanged: (item: ListedActionItem) => void;
  selection: ItemSelection;
  skeletonRows?: number;
}) {
  const { columnNames, items, onChanged, selection, ...rest } = props;
  const { t } = useTexts();
  const canEdit = useEditable(items);
  const trackers = useTrackers();
  // Where a portal has no ticket tracker, its room is worth more to the title.
  const hasTickets = items?.some(item => item.ticket);
  const shownNames = columnNames.filter(
    name => name !== 'ticket' || hasTickets,
  );

  return (
    <ListTable<ListedActionItem>
      {...rest}
      rows={items}
      sizes={sizes}
      title={{
        label: t('actionItemList.column.title'),
        sort: 'title',
        render: item => <ActionItemLink item={item} />,
      }}
      columns={shownNames.map(name => ({
        name,
        ...columns[name],
        label: t(`actionItemList.column.${name}`),
        render: item =>
          columns[name].render({
            item,
            canEdit: canEdit(item),
            onChanged,
            trackers,
          }),
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
