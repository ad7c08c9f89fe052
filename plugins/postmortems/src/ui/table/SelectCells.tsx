import Checkbox from '@material-ui/core/Checkbox';
import TableCell from '@material-ui/core/TableCell';
import { useTableStyles } from './useTableStyles';

/** The selected rows, and how to change them. */
export interface Selection<T> {
  ids: ReadonlySet<string>;
  onChange: (rows: T[], selected: boolean) => void;
  /** Accessible name of a checkbox. */
  label: (row: T) => string;
  labelOfAll: string;
}

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

/** Selects all visible rows. Shown in the table header. */
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
