import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubtleText } from '../layout/SubtleText';

const useStyles = makeStyles(theme => ({
  root: {
    maxWidth: 560,
    margin: '0 auto',
    padding: theme.spacing(6, 2),
    textAlign: 'center',
    // Table cells set "nowrap", which would be inherited.
    whiteSpace: 'normal',
  },
  action: { marginTop: theme.spacing(3) },
}));

/** Shown in place of content: the current state and the next step. */
export function StateMessage(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` makes screen readers announce errors right away. */
  role?: 'alert' | 'status';
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} role={props.role}>
      <Typography variant="h6" component="h2" gutterBottom>
        {props.title}
      </Typography>
      {props.children && (
        <SubtleText component="div">{props.children}</SubtleText>
      )}
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
