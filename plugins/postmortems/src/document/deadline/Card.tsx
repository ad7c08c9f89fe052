import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    marginBottom: theme.spacing(4),
    breakInside: 'avoid',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1),
  },
}));

/** A box between the facts and the text of the document. */
export function Card(props: {
  label: string;
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { label, title, aside, children } = props;
  const classes = useStyles();
  return (
    <Paper
      component="section"
      variant="outlined"
      className={classes.root}
      aria-label={label}
    >
      <div className={classes.head}>
        <Typography variant="subtitle1" component="h3">
          {title}
        </Typography>
        {aside && (
          <Typography variant="body2" component="div">
            {aside}
          </Typography>
        )}
      </div>
      {children}
    </Paper>
  );
}
