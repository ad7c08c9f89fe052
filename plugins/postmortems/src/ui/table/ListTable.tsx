import { useEffect } from 'react';
import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { SkeletonRows } from '../feedback/SkeletonRows';
import { HeadCell } from './HeadCell';
import { SelectAllCell, SelectCell } from './SelectCells';
import type { Selection } from './SelectCells';
import { fitColumns } from './fitColumns';
import type { SizedColumn, TableSizes } from './fitColumns';
import { SELECT_WIDTH, useTableStyles } from './useTableStyles';
import { useWidth } from './useWidth';

/** A column's content, and its sort field if it has one. */
export interface ColumnContent<T> {
  label: string;
  sort?: string;
  render: (row: T) => ReactNode;
}

/** A column other than the title. */
export interface TableColumn<T> extends ColumnContent<T>, SizedColumn {
  name: string;
}

/**
 * A compact table that hides columns as it gets narrower. Backstage's own table needs all rows or
 * page numbers, which cursor paging doesn't have.
 */
export function ListTable<T extends { id: string }>(props: {
  label: string;
  /** The column that identifies a row. It is always shown and takes up the remaining width. */
  title: ColumnContent<T>;
  columns: TableColumn<T>[];
  sizes?: TableSizes;
  /** Undefined during the first load. */
  rows?: T[];
  /** Whether new rows are loading. */
  loading: boolean;
  /** Omit if the list can't be sorted. */
  orderField?: string;
  onSort?: (field: string) => void;
  /** Called with the names of the columns that fit. */
  onFit?: (names: string[]) => void;
  /** Shown if there are no rows. */
  placeholder?: ReactNode;
  /** Enables selecting rows for bulk actions. */
  selection?: Selection<T>;
  skeletonRows?: number;
}) {
  const { title, rows, loading, selection, onFit } = props;
  const { orderField = '', onSort = () => {} } = props;
  const classes = useTableStyles();
  const { ref, width } = useWidth<HTMLTableElement>();
  const { shown, narrow } = fitColumns(
    props.columns,
    width && selection ? width - SELECT_WIDTH : width,
    props.sizes,
  );
  const shownNames = shown.map(({ name }) => name).join();
  useEffect(() => onFit?.(shownNames.split(',')), [onFit, shownNames]);
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
