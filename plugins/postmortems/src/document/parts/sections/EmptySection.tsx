import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    border: `1px dashed ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  text: { flex: '1 1 16rem', color: subtleColor(theme) },
}));

/** Placeholder for an empty section, with an edit button for people who may edit. */
export function EmptySection(props: { text: string; action?: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.text}>
        {props.text}
      </Typography>
      {props.action}
    </div>
  );
}
