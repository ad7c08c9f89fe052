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
import { useTexts } from '../../translation';
import { RelativeTime, subtleColor } from '../shared';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '4.5rem minmax(0, 1fr) 11rem 8.5rem 5rem',
    gap: theme.spacing(0, 2),
    alignItems: 'center',
    minHeight: 44,
    padding: theme.spacing(0.5, 2),
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    '&:not(:last-child)': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 2),
    },
  },
  what: {
    minWidth: 0,
    [theme.breakpoints.down('sm')]: { flex: '1 1 100%', order: -1 },
  },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [theme.breakpoints.down('sm')]: { whiteSpace: 'normal' },
  },
  about: {
    ...theme.typography.caption,
    color: subtleColor(theme),
    overflowWrap: 'anywhere',
  },
  action: {
    textAlign: 'right',
    [theme.breakpoints.down('sm')]: { marginLeft: 'auto' },
  },
}));

/** One incident for which there is nothing written: how grave, what, since when, what to do. */
export function IncidentRow(props: {
  incident: { startedAt: string; resolvedAt?: string };
  severity: ReactNode;
  title: ReactNode;
  about: ReactNode;
  due?: ReactNode;
  action: ReactNode;
}) {
  const { startedAt, resolvedAt } = props.incident;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <li className={classes.root}>
      <span>{props.severity}</span>
      <div className={classes.what}>
        <div className={classes.title}>{props.title}</div>
        <div className={classes.about}>{props.about}</div>
      </div>
      <span>
        {t(resolvedAt ? 'unstarted.resolved' : 'unstarted.ongoing', {
          time: <RelativeTime value={resolvedAt ?? startedAt} />,
        })}
      </span>
      <span>{props.due}</span>
      <span className={classes.action}>{props.action}</span>
    </li>
  );
}
