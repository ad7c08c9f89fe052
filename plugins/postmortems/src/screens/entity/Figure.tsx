import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { statusColors } from '../../ui/labels/statusColors';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    padding: theme.spacing(1, 2),
    minWidth: 120,
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.text.primary,
  },
  link: {
    '&:hover': { textDecoration: 'none' },
    '&:hover > $root': { borderColor: theme.palette.text.secondary },
  },
  value: {
    display: 'block',
    fontSize: theme.typography.pxToRem(20),
    fontWeight: 600,
    lineHeight: 1.3,
    fontVariantNumeric: 'tabular-nums',
  },
  alarming: { color: statusColors(theme.palette.type).overdue },
  label: {
    display: 'block',
    fontSize: theme.typography.pxToRem(13),
    color: subtleColor(theme),
  },
}));

/** A labeled number, linked to its list. */
export function Figure(props: {
  value: ReactNode;
  label: string;
  /** Omit if there is nothing to list. */
  to?: string;
  alarming?: boolean;
}) {
  const { value, label, to, alarming } = props;
  const classes = useStyles();
  const content = (
    <Paper variant="outlined" component="span" className={classes.root}>
      <span className={`${classes.value} ${alarming ? classes.alarming : ''}`}>
        {value}
      </span>{' '}
      <span className={classes.label}>{label}</span>
    </Paper>
  );
  return to ? (
    <Link to={to} className={classes.link}>
      {content}
    </Link>
  ) : (
    content
  );
}
