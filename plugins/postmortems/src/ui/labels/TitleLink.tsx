import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../layout/subtleColor';
import { Link } from '../navigation/Link';
import { RestrictedLock } from './RestrictedLock';

const useStyles = makeStyles(theme => ({
  // A block, so that even a long title stays inside its cell and can be clicked everywhere.
  block: { display: 'flex', whiteSpace: 'normal' },
  id: {
    color: subtleColor(theme),
    fontVariantNumeric: 'tabular-nums',
    display: 'inline-block',
    flexShrink: 0,
    marginRight: theme.spacing(0.5),
  },
  title: { fontWeight: 500 },
  clamped: {
    minWidth: 0,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    // Narrow tables show the whole title.
    '-webkit-line-clamp': 'var(--title-lines, 2)',
  },
}));

/**
 * Links the id and title of a record, with a lock if restricted.
 *
 * @param props - `idWidth`: minimum width of the id in pixels, so that titles align; `inTable`:
 *   wraps the title to two lines
 */
export function TitleLink(props: {
  to: string;
  id: string;
  title: string;
  restricted: boolean;
  idWidth: number;
  inTable?: boolean;
  /** The title with the search matches marked, if there are any. */
  children?: ReactNode;
}) {
  const { to, id, title, restricted, idWidth, inTable, children } = props;
  const classes = useStyles();
  const text = (
    <>
      {restricted && <RestrictedLock />}
      <span className={classes.title}>{children ?? title}</span>
    </>
  );

  return (
    <Link to={to} title={title} className={inTable ? classes.block : undefined}>
      <span
        className={classes.id}
        style={{ minWidth: idWidth }}
      >{`${id} `}</span>
      {inTable ? <span className={classes.clamped}>{text}</span> : text}
    </Link>
  );
}
