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

import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { useFocusRing } from '../shared';
import { useTableStyles } from './useTableStyles';

/** The head of a column, to click where the list can be ordered by it. */
export function HeadCell(props: {
  label: string;
  width?: number;
  sort?: string;
  orderField: string;
  onSort: (field: string) => void;
}) {
  const { label, width, sort, orderField, onSort } = props;
  const classes = useTableStyles();
  const focusRing = useFocusRing();
  const [field, direction] = orderField.split(',') as [string, 'asc' | 'desc'];
  const active = sort === field;

  return (
    <TableCell
      className={`${classes.cell} ${classes.head}`}
      style={{ width }}
      sortDirection={active ? direction : false}
    >
      {sort ? (
        <TableSortLabel
          {...focusRing}
          active={active}
          direction={active ? direction : 'asc'}
          onClick={() => onSort(sort)}
        >
          {label}
        </TableSortLabel>
      ) : (
        label
      )}
    </TableCell>
  );
}
