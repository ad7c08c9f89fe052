import { memo } from 'react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { SelectCell } from './SelectCells';
import type { Selection } from './SelectCells';
import type { ColumnContent, TableColumn } from './tableColumn';
import { useTableStyles } from './useTableStyles';

interface ListRowProps<T extends { id: string }> {
  row: T;
  title: ColumnContent<T>;
  /** The columns that fit. */
  columns: TableColumn<T>[];
  /** Whether the columns move under the title. */
  narrow: boolean;
  selection?: Selection<T>;
}

function Row<T extends { id: string }>(props: ListRowProps<T>) {
  const { row, title, columns, narrow, selection } = props;
  const classes = useTableStyles();
  return (
    <TableRow hover selected={selection?.ids.has(row.id)}>
      {selection && <SelectCell selection={selection} row={row} />}
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={`${classes.cell} ${narrow ? classes.wrap : ''}`}
      >
        {title.render(row)}
        {narrow && (
          <div className={classes.facts}>
            {columns.map(({ name, render }) => (
              <span key={name}>{render(row)}</span>
            ))}
          </div>
        )}
      </TableCell>
      {!narrow &&
        columns.map(({ name, render }) => (
          <TableCell key={name} className={classes.cell}>
            {render(row)}
          </TableCell>
        ))}
    </TableRow>
  );
}

function isSelectionSame(
  { row, selection: before }: ListRowProps<{ id: string }>,
  { selection: after }: ListRowProps<{ id: string }>,
): boolean {
  return (
    before?.onChange === after?.onChange &&
    before?.ids.has(row.id) === after?.ids.has(row.id) &&
    before?.label(row) === after?.label(row)
  );
}

/** Whether a row looks the same: tables create new column objects whenever they render. */
function isSame(
  before: ListRowProps<{ id: string }>,
  after: ListRowProps<{ id: string }>,
): boolean {
  return (
    before.row === after.row &&
    before.narrow === after.narrow &&
    isSelectionSame(before, after) &&
    before.title.render === after.title.render &&
    before.columns.length === after.columns.length &&
    before.columns.every(
      ({ render }, index) => render === after.columns[index].render,
    )
  );
}

/**
 * A row of a list. It renders again only if something in it has changed, because lists render many
 * times while they load, and each row has dozens of components.
 */
export const ListRow = memo(Row, isSame) as unknown as typeof Row;
