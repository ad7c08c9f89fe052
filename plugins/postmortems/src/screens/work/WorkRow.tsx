import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '3.5rem minmax(0, 1fr) 7.5rem 10.5rem 10rem',
    gap: theme.spacing(0, 1.5),
    alignItems: 'center',
    minHeight: 40,
    padding: theme.spacing(0.5, 2),
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    '&:not(:last-child)': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '&:hover': { backgroundColor: theme.palette.action.hover },
    // People act on these lists, so edit buttons are always visible.
    '& button[aria-haspopup="dialog"]': { opacity: 1, marginRight: 0 },
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
    },
  },
  title: {
    ...ellipsis(),
    [theme.breakpoints.down('sm')]: {
      flex: '1 1 100%',
      order: -1,
      whiteSpace: 'normal',
    },
  },
  value: ellipsis(),
  about: {
    ...ellipsis(),
    display: 'block',
    ...theme.typography.caption,
    color: subtleColor(theme),
  },
}));

function ellipsis() {
  return {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  } as const;
}

/** A postmortem or action item to work on. */
export function WorkRow(props: {
  mark: ReactNode;
  title: ReactNode;
  /** The postmortem or entities that the row belongs to. */
  about?: ReactNode;
  state: ReactNode;
  owner: ReactNode;
  due: ReactNode;
}) {
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <span>{props.mark}</span>
      <span className={classes.title}>
        {props.title}
        {props.about && <span className={classes.about}>{props.about}</span>}
      </span>
      <span className={classes.value}>{props.state}</span>
      <span className={classes.value}>{props.owner}</span>
      <span className={classes.value}>{props.due}</span>
    </li>
  );
}
