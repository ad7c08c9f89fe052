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
    display: 'grid',
    gridTemplateColumns: '3.5rem minmax(0, 1fr) 7.5rem 10.5rem 10rem',
    gap: theme.spacing(0, 1.5),
    alignItems: 'center',
    minHeight: 40,
    padding: theme.spacing(0.5, 2),
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    '&:not(:last-child)': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '&:hover': { backgroundColor: theme.palette.action.hover },
    // To act is what these lists are for: what edits a value need not be looked for.
    '& button[aria-haspopup="dialog"]': { opacity: 1, marginRight: 0 },
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
    },
  },
  title: {
    ...ellipsis(),
    [theme.breakpoints.down('sm')]: {
      flex: '1 1 100%',
      order: -1,
      whiteSpace: 'normal',
    },
  },
  value: ellipsis(),
  about: {
    ...ellipsis(),
    display: 'block',
    ...theme.typography.caption,
    color: subtleColor(theme),
  },
}));

function ellipsis() {
  return {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  } as const;
}

/** One thing to be done: how grave, what, where it stands, who has it, until when. */
export function WorkRow(props: {
  mark: ReactNode;
  title: ReactNode;
  /** What it belongs to. */
  about?: ReactNode;
  state: ReactNode;
  owner: ReactNode;
  due: ReactNode;
}) {
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <span>{props.mark}</span>
      <span className={classes.title}>
        {props.title}
        {props.about && <span className={classes.about}>{props.about}</span>}
      </span>
      <span className={classes.value}>{props.state}</span>
      <span className={classes.value}>{props.owner}</span>
      <span className={classes.value}>{props.due}</span>
    </li>
  );
}
