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
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import BuildIcon from '@material-ui/icons/Build';
import CreateIcon from '@material-ui/icons/Create';
import GroupIcon from '@material-ui/icons/Group';
import TimelineIcon from '@material-ui/icons/Timeline';

/** What the demo is, and the first click for each kind of user. */
export function Welcome() {
  return (
    <>
      <Typography paragraph>
        This is the developer portal of Halyard, a company that does not exist,
        with the Postmortems plugin at work. Its services, teams and people are
        made up. The incidents are real: well-known public ones, retold and
        spread over those services, each with a link to the public report.
      </Typography>
      <List disablePadding>
        <Step
          icon={<BuildIcon />}
          to="/catalog/default/component/dns/postmortems"
          title="Open a service, such as DNS"
        >
          What went wrong with it before, and was it fixed?
        </Step>
        <Step
          icon={<GroupIcon />}
          to="/catalog/default/group/network/postmortems"
          title="Open your team, Network and DNS"
        >
          Which postmortems are overdue, and who has them?
        </Step>
        <Step icon={<TimelineIcon />} to="/postmortems" title="See them all">
          Every postmortem, filtered any way, and how well deadlines are met.
        </Step>
        <Step
          icon={<CreateIcon />}
          to="/postmortems/new"
          title="Start a postmortem"
        >
          The deadline shows while you type the facts.
        </Step>
      </List>
    </>
  );
}

function Step(props: {
  icon: ReactNode;
  to: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <ListItem disableGutters>
      <ListItemIcon>{props.icon}</ListItemIcon>
      <ListItemText
        primary={<Link to={props.to}>{props.title}</Link>}
        secondary={props.children}
      />
    </ListItem>
  );
}
