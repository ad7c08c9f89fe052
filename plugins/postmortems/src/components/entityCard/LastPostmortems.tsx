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

import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { PostmortemLink } from '../list';
import {
  ComplianceStatusLabel,
  DateLabel,
  SeverityChip,
  subtleColor,
} from '../shared';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body2,
  },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(0.25),
  },
  date: { color: subtleColor(theme) },
}));

/** Incidents with how bad they were and how their postmortems stand. */
export function LastPostmortems(props: { postmortems: PostmortemSummary[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {props.postmortems.map(postmortem => (
        <li key={postmortem.id}>
          <div className={classes.title}>
            <PostmortemLink postmortem={postmortem} />
          </div>
          <div className={classes.facts}>
            <SeverityChip
              governing={postmortem.governingSeverity}
              final={postmortem.severity}
            />
            <ComplianceStatusLabel postmortem={postmortem} />
            <span className={classes.date}>
              <DateLabel value={postmortem.startedAt} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
