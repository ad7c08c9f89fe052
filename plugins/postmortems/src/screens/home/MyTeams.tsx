import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { overdueItems, overduePostmortems } from '../team/filters';
import { ActionItemsPanel } from '../work/ActionItemsPanel';
import { PostmortemsPanel } from '../work/PostmortemsPanel';

const useStyles = makeStyles(theme => ({
  // Widgets are narrow, so a row's title gets its own line.
  root: {
    marginTop: theme.spacing(1),
    '& li': {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
    },
    '& li > :nth-child(2)': { flex: '1 1 100%', order: -1 },
  },
}));

/** Overdue work of the user's teams and their sub-teams. */
export function MyTeams(props: { teamRefs: string[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  const teams = { teamRef: props.teamRefs, subTeams: 'include' };
  return (
    <div className={classes.root}>
      <PostmortemsPanel
        title={t('team.overduePostmortems')}
        level={3}
        filter={overduePostmortems(teams)}
        empty={t('team.noOverduePostmortems')}
      />
      <ActionItemsPanel
        title={t('team.overdueActionItems')}
        level={3}
        filter={overdueItems(teams)}
        empty={t('team.noOverdueActionItems')}
      />
    </div>
  );
}
