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

import Checkbox from '@material-ui/core/Checkbox';
import TableCell from '@material-ui/core/TableCell';
import { useTableStyles } from './useTableStyles';

/** Which rows are ticked, and how to tick them. */
export interface Selection<T> {
  ids: ReadonlySet<string>;
  onChange: (rows: T[], selected: boolean) => void;
  /** What to call the box of a row, and that of all. */
  label: (row: T) => string;
  labelOfAll: string;
}

/** Ticks a row. */
export function SelectCell<T extends { id: string }>(props: {
  selection: Selection<T>;
  row: T;
}) {
  const { selection, row } = props;
  const classes = useTableStyles();
  return (
    <TableCell className={`${classes.cell} ${classes.select}`}>
      <Checkbox
        size="small"
        color="primary"
        checked={selection.ids.has(row.id)}
        onChange={(_event, checked) => selection.onChange([row], checked)}
        inputProps={{ 'aria-label': selection.label(row) }}
      />
    </TableCell>
  );
}

/** Ticks all rows that are in sight, in the head of the table. */
export function SelectAllCell<T extends { id: string }>(props: {
  selection: Selection<T>;
  rows?: T[];
}) {
  const { selection, rows = [] } = props;
  const classes = useTableStyles();
  const ticked = rows.filter(row => selection.ids.has(row.id)).length;
  return (
    <TableCell className={`${classes.cell} ${classes.head} ${classes.select}`}>
      <Checkbox
        size="small"
        color="primary"
        disabled={rows.length === 0}
        checked={ticked > 0 && ticked === rows.length}
        indeterminate={ticked > 0 && ticked < rows.length}
        onChange={(_event, checked) => selection.onChange(rows, checked)}
        inputProps={{ 'aria-label': selection.labelOfAll }}
      />
    </TableCell>
  );
}
