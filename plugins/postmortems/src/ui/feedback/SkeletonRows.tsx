import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Skeleton from '@material-ui/lab/Skeleton';

/** Placeholder rows that prevent layout shift. */
export function SkeletonRows(props: {
  rows: number;
  columns: number;
  /** The real cells' class, to match their size. */
  className?: string;
}) {
  return (
    <>
      {Array.from({ length: props.rows }, (_row, row) => (
        <TableRow key={row} aria-hidden>
          {Array.from({ length: props.columns }, (_cell, cell) => (
            <TableCell key={cell} className={props.className}>
              <Skeleton width={cell === 0 ? '80%' : '60%'} />
            </TableCell>
          ))}
        </TableRow>
      ))}
    </>
  );
}
