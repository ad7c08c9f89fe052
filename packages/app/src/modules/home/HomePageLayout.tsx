import { Fragment } from 'react';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: theme.breakpoints.values.lg,
    margin: '0 auto',
    padding: theme.spacing(3),
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
      alignItems: 'start',
    },
  },
  wide: {
    gridColumn: '1 / -1',
  },
  column: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
}));

/**
 * Search at the top; below it the welcome and the user's own work, with other widgets at the side.
 */
export function HomePageLayout(props: HomePageLayoutProps) {
  const classes = useStyles();
  const named = (name: string) =>
    props.widgets.find(widget => widget.name === name);
  const search = named('HomePageSearchBar');
  const welcome = named('Welcome');
  const mine = named('HomePagePostmortems');
  const others = props.widgets.filter(
    widget => ![search, welcome, mine].includes(widget),
  );

  return (
    <div className={classes.root}>
      <div className={classes.wide}>{search?.component}</div>
      <div className={classes.column}>
        {welcome?.component}
        {mine?.component}
      </div>
      <div className={classes.column}>
        {others.map(widget => (
          <Fragment key={widget.node.spec.id}>{widget.component}</Fragment>
        ))}
      </div>
    </div>
  );
}
