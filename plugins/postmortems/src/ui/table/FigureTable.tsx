import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { CsvColumn } from '../csv/columns';
import { useWidth } from './useWidth';
import { subtleColor } from '../layout/subtleColor';

const useStyles = makeStyles(theme => ({
  cell: {
    ...theme.typography.body2,
    padding: theme.spacing(0.75, 1),
    color: theme.palette.text.primary,
    verticalAlign: 'top',
    wordBreak: 'normal',
    overflowWrap: 'break-word',
    '&:first-child': { paddingLeft: 0 },
    '&:last-child': { paddingRight: 0 },
    [theme.breakpoints.down('xs')]: {
      padding: theme.spacing(0.75, 0.5),
      overflowWrap: 'anywhere',
    },
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
  fact: { color: subtleColor(theme) },
  body: { '& tr:last-child > *': { borderBottom: 'none' } },
}));

/** A column of a table, and of the CSV file with the same rows. */
export interface FigureColumn<T> extends CsvColumn<T> {
  label: string;
  render: (row: T) => ReactNode;
  isNumber?: boolean;
}

/** In narrow tables with more text columns than this, the other columns move below the first. */
const MOST_TEXTS = 2;

/** Tables below this width are narrow, in pixels. */
const NARROW = 480;

/**
 * A table with the numbers of a chart, or of an insight that has no chart. The first column names
 * the row.
 */
export function FigureTable<T>(props: {
  label: string;
  columns: FigureColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
}) {
  const { label, columns, rows, rowKey } = props;
  const [first, ...others] = columns;
  const classes = useStyles();
  const { ref, width = NARROW } = useWidth<HTMLTableElement>();
  const texts = columns.filter(({ isNumber }) => !isNumber);
  const isStacked = width < NARROW && texts.length > MOST_TEXTS;
  const beside = isStacked ? [] : others;
  const align = ({ isNumber }: FigureColumn<T>) =>
    isNumber ? classes.number : '';

  return (
    <Table ref={ref} size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          {[first, ...beside].map(column => (
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
            <TableCell
              component="th"
              scope="row"
              role="rowheader"
              className={`${classes.cell} ${align(first)}`}
            >
              {first.render(row)}
              {isStacked &&
                others.map(column => (
                  <div key={column.header} className={classes.fact}>
                    {`${column.label}: `}
                    {column.render(row)}
                  </div>
                ))}
            </TableCell>
            {beside.map(column => (
              <TableCell
                key={column.header}
                className={`${classes.cell} ${align(column)}`}
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
