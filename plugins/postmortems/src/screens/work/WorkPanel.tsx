import { useState } from 'react';
import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { Loaded } from '../../data/useLoaded';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { PanelError } from './PanelError';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
  },
  title: { fontWeight: 600 },
  all: {
    ...theme.typography.body2,
    marginLeft: 'auto',
    whiteSpace: 'nowrap',
  },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  footer: { padding: theme.spacing(0.5, 1.5) },
  text: {
    padding: theme.spacing(0, 2, 1.5),
    ...theme.typography.body2,
    color: subtleColor(theme),
  },
}));

let panels = 0;

/** Formats a count, as `500+` if counting stopped there. */
function countOf(
  page: { totalItems?: number; totalItemsCapped?: boolean },
  locale: string | undefined,
) {
  const count = (page.totalItems ?? 0).toLocaleString(locale);
  return page.totalItemsCapped ? `${count}+` : count;
}

/** A short list that loads and fails separately, with a link to the complete list. */
export function WorkPanel<T>(props: {
  title: string;
  /** Heading level. Default: 2, for panels directly below the page title. */
  level?: 2 | 3;
  data: Loaded<{
    items: T[];
    totalItems?: number;
    totalItemsCapped?: boolean;
  }>;
  items: T[] | undefined;
  row: (item: T) => ReactNode;
  /** Link to the complete list, if there is one. */
  to?: string;
  /** Shown below the list. */
  footer?: ReactNode;
  /** Shown if the list is empty. */
  empty: ReactNode;
}) {
  const { title, level = 2, data, items, row, to, footer, empty } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const [id] = useState(() => `postmortems-panel-${++panels}`);

  let content: ReactNode;
  if (data.error) {
    content = <PanelError error={data.error} retry={data.retry} />;
  } else if (!items) {
    content = (
      <div className={classes.text} aria-hidden>
        <Skeleton height={40} />
        <Skeleton height={40} />
      </div>
    );
  } else if (items.length === 0) {
    content = <div className={classes.text}>{empty}</div>;
  } else {
    content = (
      <>
        <ul className={classes.list}>{items.map(row)}</ul>
        {footer && <div className={classes.footer}>{footer}</div>}
      </>
    );
  }

  return (
    <Paper
      variant="outlined"
      component="section"
      className={classes.root}
      aria-labelledby={id}
      aria-busy={data.loading}
    >
      <div className={classes.head}>
        <Typography
          id={id}
          variant="body1"
          component={`h${level}`}
          className={classes.title}
        >
          {title}
        </Typography>
        {to && items && items.length > 0 && data.value && (
          <Link to={to} className={classes.all}>
            {t('work.all', { value: countOf(data.value, locale) })}
          </Link>
        )}
      </div>
      {content}
    </Paper>
  );
}
