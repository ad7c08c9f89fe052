import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { StartPostmortemButton } from '../../ui/controls/StartPostmortemButton';
import { useNow } from '../../ui/dates/useNow';
import { untilInDays } from '../../ui/filters/days';
import { toApiFilter } from '../../ui/filters/filter';
import { UnstartedIncidents } from '../incidents/UnstartedIncidents';
import { FirstVisit } from '../list/FirstVisit';
import { DEFAULT_COLUMNS } from '../list/columns';
import { PostmortemList } from '../list/PostmortemList';
import { ActionItemsPanel } from '../work/ActionItemsPanel';
import { PostmortemsPanel } from '../work/PostmortemsPanel';
import { UnresolvedPanel } from '../work/UnresolvedPanel';
import { NextActionItem } from './NextActionItem';
import { NextPostmortem } from './NextPostmortem';
import { Quarters } from './Quarters';
import { SubTeams } from './SubTeams';
import { SubTeamsSwitch } from '../../ui/filters/SubTeamsSwitch';
import {
  overdueItems,
  overduePostmortems,
  soonItems,
  soonPostmortems,
} from './filters';
import { useTeam } from './useTeam';

/** Days that count as "soon". */
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
 * A team's Postmortems tab: overdue work with owners, upcoming work, the trend, and all
 * postmortems.
 */
export function TeamPostmortems() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const { team, hasSubTeams, withSubTeams, includeSubTeams } = useTeam(entity);
  const ref = stringifyEntityRef(entity);
  const before = untilInDays(SOON_DAYS, useNow());

  const heading = (text: string) => (
    <Typography variant="h2" className={classes.heading}>
      {text}
    </Typography>
  );

  return (
    // Remounts for another team, so that no data from the previous one is shown.
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

        <UnresolvedPanel within={team} />

        {heading(t('team.onTimeRate'))}
        <Quarters team={team} />
        {hasSubTeams && withSubTeams && <SubTeams teamRef={ref} />}

        {heading(t('team.all'))}
        <PostmortemList
          name="team"
          within={toApiFilter<PostmortemFilter>(team)}
          filters={[
            'severity',
            'status',
            'complianceStatus',
            'edited',
            'resolved',
            'hasExceptions',
            'date',
            'q',
          ]}
          columns={DEFAULT_COLUMNS.team}
          firstVisit={<FirstVisit />}
        />
      </UnstartedIncidents>
    </div>
  );
}
