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
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { SkeletonRows } from '../shared';
import { HeadCell } from './HeadCell';
import { SelectAllCell, SelectCell } from './SelectCells';
import type { Selection } from './SelectCells';
import { fitColumns } from './fitColumns';
import type { SizedColumn, TableSizes } from './fitColumns';
import { SELECT_WIDTH, useTableStyles } from './useTableStyles';
import { useWidth } from './useWidth';

/** What stands in a column, and by which field of the API it sorts, if it does. */
export interface ColumnContent<T> {
  label: string;
  sort?: string;
  render: (row: T) => ReactNode;
}

/** A column beside the title. */
export interface TableColumn<T> extends ColumnContent<T>, SizedColumn {
  name: string;
}

/**
 * A compact table whose columns give way as it gets narrower. It is a table of our own rather
 * than the portal's, which wants all rows at once, or page numbers: neither exists with pages
 * that begin at a cursor.
 */
export function ListTable<T extends { id: string }>(props: {
  label: string;
  /** What names a row: always shown, as wide as the others let it. */
  title: ColumnContent<T>;
  columns: TableColumn<T>[];
  sizes?: TableSizes;
  /** Absent while the first ones load. */
  rows?: T[];
  /** Others are on their way to replace them. */
  loading: boolean;
  /** Both left out where the list has one order only. */
  orderField?: string;
  onSort?: (field: string) => void;
  /** Stands where there are no rows. */
  placeholder?: ReactNode;
  /** Lets one tick rows, where something can be done with several. */
  selection?: Selection<T>;
  skeletonRows?: number;
}) {
  const { title, rows, loading, selection } = props;
  const { orderField = '', onSort = () => {} } = props;
  const classes = useTableStyles();
  const { ref, width } = useWidth<HTMLTableElement>();
  const { shown, narrow } = fitColumns(
    props.columns,
    width && selection ? width - SELECT_WIDTH : width,
    props.sizes,
  );
  const beside = narrow ? [] : shown;
  const sorting = { orderField, onSort };
  const titleClass = `${classes.cell} ${narrow ? classes.wrap : ''}`;

  return (
    <Table
      ref={ref}
      size="small"
      className={classes.table}
      aria-label={props.label}
      aria-busy={loading}
    >
      <TableHead>
        <TableRow>
          {selection && <SelectAllCell selection={selection} rows={rows} />}
          <HeadCell {...title} {...sorting} />
          {beside.map(({ name, ...column }) => (
            <HeadCell key={name} {...column} {...sorting} />
          ))}
        </TableRow>
      </TableHead>
      <TableBody className={loading && rows ? classes.stale : undefined}>
        {!rows && loading && (
          <SkeletonRows
            rows={props.skeletonRows ?? 8}
            columns={beside.length + (selection ? 2 : 1)}
            className={classes.cell}
          />
        )}
        {rows?.map(row => (
          <TableRow key={row.id} hover selected={selection?.ids.has(row.id)}>
            {selection && <SelectCell selection={selection} row={row} />}
            <TableCell
              component="th"
              scope="row"
              role="rowheader"
              className={titleClass}
            >
              {title.render(row)}
              {narrow && (
                <div className={classes.facts}>
                  {shown.map(({ name, render }) => (
                    <span key={name}>{render(row)}</span>
                  ))}
                </div>
              )}
            </TableCell>
            {beside.map(({ name, render }) => (
              <TableCell key={name} className={classes.cell}>
                {render(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
        {props.placeholder && (
          <TableRow>
            <TableCell colSpan={beside.length + (selection ? 2 : 1)}>
              {props.placeholder}
            </TableCell>
          </TableRow>
        )}
      </TableBody>
    </Table>
  );
}
