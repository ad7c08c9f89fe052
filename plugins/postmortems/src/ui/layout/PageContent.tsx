import type { ReactNode } from 'react';
import { Helmet } from 'react-helmet';
import { makeStyles } from '@material-ui/core/styles';
import { PrintStyles } from './PrintStyles';
import { ScreenRouter } from '../navigation/ScreenRouter';

const useStyles = makeStyles(theme => ({
  root: {
    minWidth: 0,
    // The page header has its own margin.
    padding: theme.spacing(0, 2, 3),
    [theme.breakpoints.up('sm')]: { padding: theme.spacing(0, 3, 3) },
  },
}));

/** Content below a page header. `title` sets the browser tab's title. */
export function PageContent(props: { title?: string; children: ReactNode }) {
  const { title, children } = props;
  const classes = useStyles();
  return (
    <ScreenRouter>
      <PrintStyles />
      {title && <Helmet title={title} />}
      <article className={classes.root}>{children}</article>
    </ScreenRouter>
  );
}
