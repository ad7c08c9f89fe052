import { useEffect } from 'react';
import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { SkeletonRows } from '../feedback/SkeletonRows';
import { HeadCell } from './HeadCell';
import { ListRow } from './ListRow';
import { SelectAllCell } from './SelectCells';
import type { Selection } from './SelectCells';
import { fitColumns } from './fitColumns';
import type { TableSizes } from './fitColumns';
import { SELECT_WIDTH, useTableStyles } from './useTableStyles';
import type { ColumnContent, TableColumn } from './tableColumn';
import { useWidth } from './useWidth';

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
  const { title, loading, selection, onFit } = props;
  const { orderField = '', onSort = () => {} } = props;
  const classes = useTableStyles();
  const { ref, width, isMeasuring } = useWidth<HTMLTableElement>();
  // Rendering the rows for a guessed width would take as long as for the real one.
  const rows = isMeasuring ? undefined : props.rows;
  const { shown, narrow } = fitColumns(
    props.columns,
    width && selection ? width - SELECT_WIDTH : width,
    props.sizes,
  );
  const shownNames = shown.map(({ name }) => name).join();
  useEffect(() => onFit?.(shownNames.split(',')), [onFit, shownNames]);
  const beside = narrow ? [] : shown;
  const sorting = { orderField, onSort };

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
        {!rows && (loading || props.rows) && (
          <SkeletonRows
            rows={props.skeletonRows ?? 8}
            columns={beside.length + (selection ? 2 : 1)}
            className={classes.cell}
          />
        )}
        {rows?.map(row => (
          <ListRow
            key={row.id}
            row={row}
            title={title}
            columns={shown}
            narrow={narrow}
            selection={selection}
          />
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
