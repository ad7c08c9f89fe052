import type { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    whiteSpace: 'nowrap',
    cursor: 'help',
    borderRadius: theme.shape.borderRadius,
  },
}));

/** Text with an explanation on hover and focus. */
export function Hint(props: { title: ReactNode; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Tooltip title={<>{props.title}</>}>
      {/* Focusable, so that the explanation can be reached with the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <span className={classes.root} tabIndex={0}>
        {props.children}
      </span>
    </Tooltip>
  );
}
