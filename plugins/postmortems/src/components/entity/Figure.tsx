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
import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { statusColors, subtleColor } from '../shared';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    padding: theme.spacing(1, 2),
    minWidth: 120,
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.text.primary,
  },
  link: {
    '&:hover': { textDecoration: 'none' },
    '&:hover > $root': { borderColor: theme.palette.text.secondary },
  },
  value: {
    display: 'block',
    fontSize: theme.typography.pxToRem(20),
    fontWeight: 600,
    lineHeight: 1.3,
    fontVariantNumeric: 'tabular-nums',
  },
  alarming: { color: statusColors(theme.palette.type).overdue },
  label: {
    display: 'block',
    fontSize: theme.typography.pxToRem(13),
    color: subtleColor(theme),
  },
}));

/** A number with what it counts, leading to the list it counts. */
export function Figure(props: {
  value: ReactNode;
  label: string;
  /** Absent where there is nothing to list. */
  to?: string;
  alarming?: boolean;
}) {
  const { value, label, to, alarming } = props;
  const classes = useStyles();
  const content = (
    <Paper variant="outlined" component="span" className={classes.root}>
      <span className={`${classes.value} ${alarming ? classes.alarming : ''}`}>
        {value}
      </span>{' '}
      <span className={classes.label}>{label}</span>
    </Paper>
  );
  return to ? (
    <Link to={to} className={classes.link}>
      {content}
    </Link>
  ) : (
    content
  );
}
