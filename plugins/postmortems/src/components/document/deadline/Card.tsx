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

/** The box between the facts and the text of the document. */
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
