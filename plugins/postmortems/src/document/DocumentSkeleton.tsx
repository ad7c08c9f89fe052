import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles({ root: { maxWidth: '42rem' } });

/** Placeholder while the page loads. */
export function DocumentSkeleton() {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-busy="true">
      <Skeleton variant="text" height={48} width="80%" />
      <Skeleton variant="text" width="60%" />
      <Skeleton variant="rect" height={96} style={{ margin: '24px 0' }} />
      {[0, 1, 2].map(part => (
        <div key={part}>
          <Skeleton variant="text" height={40} width="30%" />
          <Skeleton variant="text" />
          <Skeleton variant="text" />
          <Skeleton variant="text" width="70%" />
        </div>
      ))}
    </div>
  );
}
