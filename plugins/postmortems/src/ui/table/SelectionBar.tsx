import type { ReactNode } from 'react';
import { Button } from '../controls/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    bottom: theme.spacing(2),
    // Stays above the bottom bar that portals have on small screens.
    [theme.breakpoints.down('xs')]: { bottom: theme.spacing(8) },
    zIndex: theme.zIndex.appBar - 1,
    marginTop: theme.spacing(2),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
  },
  count: { marginRight: theme.spacing(1), fontWeight: 600 },
  clear: { marginLeft: 'auto' },
}));

/** Bulk actions for the selected rows, with the last result. */
export function SelectionBar(props: {
  label: string;
  /** Text with the number of selected rows, if there are any. */
  count?: string;
  clear: { label: string; onClick: () => void; disabled: boolean };
  result?: ReactNode;
  children: ReactNode;
}) {
  const { label, count, clear, result } = props;
  const classes = useStyles();
  if (!count && !result) return null;
  return (
    <Paper elevation={4} className={classes.root}>
      {result}
      {count && (
        <div className={classes.actions} role="toolbar" aria-label={label}>
          <Typography variant="body2" role="status" className={classes.count}>
            {count}
          </Typography>
          {props.children}
          <Button
            size="small"
            className={classes.clear}
            disabled={clear.disabled}
            onClick={clear.onClick}
          >
            {clear.label}
          </Button>
        </div>
      )}
    </Paper>
  );
}
