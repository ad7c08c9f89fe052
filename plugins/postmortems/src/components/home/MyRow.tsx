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
import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../shared';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.75, 0),
    ...theme.typography.body2,
    '&:not(:last-child)': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  text: { flex: '1 1 0', minWidth: 0 },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    color: subtleColor(theme),
  },
}));

/** Something to do, in the little room that a home page has for it. */
export function MyRow(props: {
  title: ReactNode;
  facts: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <div className={classes.text}>
        <div className={classes.title}>{props.title}</div>
        <div className={classes.facts}>{props.facts}</div>
      </div>
      {props.action}
      {props.children}
    </li>
  );
}
