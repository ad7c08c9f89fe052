import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.75, 0),
    ...theme.typography.body2,
    '&:not(:last-child)': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  text: { flex: '1 1 0', minWidth: 0 },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    color: subtleColor(theme),
  },
}));

/** A compact row for the home page. */
export function MyRow(props: {
  title: ReactNode;
  facts: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <div className={classes.text}>
        <div className={classes.title}>{props.title}</div>
        <div className={classes.facts}>{props.facts}</div>
      </div>
      {props.action}
      {props.children}
    </li>
  );
}
