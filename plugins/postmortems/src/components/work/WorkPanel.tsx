/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useLocale, useTexts } from '../../translation';
import { subtleColor } from '../shared';
import type { PostmortemsData } from '../shared';
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
  text: {
    padding: theme.spacing(0, 2, 1.5),
    ...theme.typography.body2,
    color: subtleColor(theme),
  },
}));

let panels = 0;

/** How many there are, in words: `500+` where the server stops counting. */
function countOf(
  page: { totalItems?: number; totalItemsCapped?: boolean },
  locale: string | undefined,
) {
  const count = (page.totalItems ?? 0).toLocaleString(locale);
  return page.totalItemsCapped ? `${count}+` : count;
}

/** A short list with its own way of loading and failing, and the way to the whole of it. */
export function WorkPanel<T>(props: {
  title: string;
  /** The level of the heading, where it is not right below the page's own. */
  level?: 2 | 3;
  data: PostmortemsData<{
    items: T[];
    totalItems?: number;
    totalItemsCapped?: boolean;
  }>;
  items: T[] | undefined;
  row: (item: T) => ReactNode;
  /** Where all of them are. */
  to: string;
  /** In place of the list where there is nothing in it. */
  empty: ReactNode;
}) {
  const { title, level = 2, data, items, row, to, empty } = props;
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
    content = <ul className={classes.list}>{items.map(row)}</ul>;
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
        {items && items.length > 0 && data.value && (
          <Link to={to} className={classes.all}>
            {t('work.all', { value: countOf(data.value, locale) })}
          </Link>
        )}
      </div>
      {content}
    </Paper>
  );
}
