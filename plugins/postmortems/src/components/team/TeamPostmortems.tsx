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

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { toApiFilter } from '../filters';
import { inDays } from '../filters/days';
import { UnstartedIncidents } from '../incidents';
import { FirstVisit, PostmortemList } from '../list';
import { StartPostmortemButton, useNow } from '../shared';
import { ActionItemsPanel, PostmortemsPanel } from '../work';
import { NextActionItem } from './NextActionItem';
import { NextPostmortem } from './NextPostmortem';
import { Quarters } from './Quarters';
import { SubTeams } from './SubTeams';
import { SubTeamsSwitch } from './SubTeamsSwitch';
import {
  overdueItems,
  overduePostmortems,
  soonItems,
  soonPostmortems,
} from './filters';
import { useTeam } from './useTeam';

/** How far ahead "soon" reaches. */
const SOON_DAYS = 7;

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  heading: {
    margin: theme.spacing(3, 0, 1),
    fontSize: theme.typography.pxToRem(20),
    fontWeight: 600,
  },
}));

/**
 * The Postmortems tab of a team, for whoever leads it: what is overdue and who has it, what is due
 * next, and whether it gets better; last, everything there is.
 */
export function TeamPostmortems() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const { team, hasSubTeams, withSubTeams, includeSubTeams } = useTeam(entity);
  const ref = stringifyEntityRef(entity);
  // Until the last of those days is over.
  const before = inDays(SOON_DAYS + 1, useNow());

  const heading = (text: string) => (
    <Typography variant="h2" className={classes.heading}>
      {text}
    </Typography>
  );

  return (
    // Another team is another screen: nothing of the one before may show through.
    <div key={ref}>
      <div className={classes.toolbar}>
        {hasSubTeams && (
          <SubTeamsSwitch checked={withSubTeams} onChange={includeSubTeams} />
        )}
        <StartPostmortemButton />
      </div>

      <UnstartedIncidents scope={toApiFilter<PostmortemFilter>(team)}>
        <PostmortemsPanel
          title={t('team.overduePostmortems')}
          filter={overduePostmortems(team)}
          empty={<NextPostmortem team={team} />}
        />
        <ActionItemsPanel
          title={t('team.overdueActionItems')}
          filter={overdueItems(team)}
          empty={<NextActionItem team={team} />}
        />

        <PostmortemsPanel
          title={t('team.soonPostmortems')}
          filter={soonPostmortems(team, before)}
          empty={t('team.noSoonPostmortems')}
        />
        <ActionItemsPanel
          title={t('team.soonActionItems')}
          filter={soonItems(team, before)}
          empty={t('team.noSoonActionItems')}
        />

        {heading(t('team.compliance'))}
        <Quarters team={team} />
        {hasSubTeams && withSubTeams && <SubTeams teamRef={ref} />}

        {heading(t('team.all'))}
        <PostmortemList
          within={toApiFilter<PostmortemFilter>(team)}
          filters={[
            'severity',
            'status',
            'complianceStatus',
            'begun',
            'date',
            'q',
          ]}
          columns={[
            'severity',
            'compliance',
            'status',
            'entities',
            'owner',
            'started',
          ]}
          firstVisit={<FirstVisit />}
        />
      </UnstartedIncidents>
    </div>
  );
}
