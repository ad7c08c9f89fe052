import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { CsvColumn } from '../../ui/csv/columns';
import { subtleColor } from '../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  cell: {
    ...theme.typography.body2,
    padding: theme.spacing(0.75, 1),
    color: theme.palette.text.primary,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    '&:first-child': { paddingLeft: 0 },
    '&:last-child': { paddingRight: 0 },
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.75, 0.5) },
  },
  head: {
    ...theme.typography.caption,
    textTransform: 'none',
    color: subtleColor(theme),
    verticalAlign: 'bottom',
    wordBreak: 'normal',
    hyphens: 'auto',
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  body: { '& tr:last-child > *': { borderBottom: 'none' } },
}));

/** A column of a table and of its CSV file. */
export interface InsightColumn<T> extends CsvColumn<T> {
  label: string;
  render: (row: T) => ReactNode;
  isNumber?: boolean;
}

/** The numbers of a chart, or a list without one. The first column names the row. */
export function InsightTable<T>(props: {
  label: string;
  columns: InsightColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
}) {
  const { label, columns, rows, rowKey } = props;
  const classes = useStyles();
  const align = (column: InsightColumn<T>) =>
    column.isNumber ? classes.number : '';
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          {columns.map(column => (
            <TableCell
              key={column.header}
              className={`${classes.cell} ${classes.head} ${align(column)}`}
            >
              {column.label}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody className={classes.body}>
        {rows.map(row => (
          <TableRow key={rowKey(row)}>
            {columns.map((column, index) => (
              <TableCell
                key={column.header}
                className={`${classes.cell} ${align(column)}`}
                {...(index === 0 && {
                  component: 'th',
                  scope: 'row',
                  role: 'rowheader',
                })}
              >
                {column.render(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
