import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { useFocusRing } from '../focus/useFocusRing';
import { useTableStyles } from './useTableStyles';

/** A column header. Clickable if the list can be sorted by that column. */
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
          classes={{
            icon: `${classes.sortIcon} ${active ? '' : classes.idleSortIcon}`,
          }}
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
