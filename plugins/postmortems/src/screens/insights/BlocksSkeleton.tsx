import Paper from '@material-ui/core/Paper';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { useGridStyles } from './useGridStyles';

const useStyles = makeStyles(theme => ({
  block: { padding: theme.spacing(2) },
}));

/** Takes up the space of the blocks while they load. */
export function BlocksSkeleton() {
  const classes = useStyles();
  const grid = useGridStyles();
  return (
    <div className={grid.root} aria-hidden>
      {[1, 2, 3, 4, 5, 6].map(key => (
        <Paper key={key} variant="outlined" className={classes.block}>
          <Skeleton animation={false} width="30%" height={32} />
          <Skeleton animation={false} width="80%" />
          <Skeleton animation={false} variant="rect" height={256} />
        </Paper>
      ))}
    </div>
  );
}
