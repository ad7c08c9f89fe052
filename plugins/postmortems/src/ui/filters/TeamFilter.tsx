import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Divider from '@material-ui/core/Divider';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { EntityFilter } from './EntityFilter';
import type { UrlFilterState } from './useUrlFilter';

const useStyles = makeStyles(theme => ({
  label: theme.typography.body2,
  box: { padding: theme.spacing(0.5), marginLeft: theme.spacing(0.5) },
  divider: { margin: theme.spacing(0.5, 0, 1.5) },
}));

/** Filters by owning teams, optionally with their sub-teams. */
export function TeamFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <EntityFilter
      label={t('filters.team')}
      kinds={['group']}
      extraOptions={[{ value: 'none', label: t('compliance.noTeam') }]}
      selected={filter.teamRef}
      also={
        filter.subTeams === 'include' ? t('filters.andSubTeams') : undefined
      }
      onChange={teamRef =>
        change({ teamRef, ...(!teamRef?.length && { subTeams: undefined }) })
      }
    >
      <FormControlLabel
        disabled={!filter.teamRef}
        control={
          <Checkbox
            size="small"
            color="primary"
            className={classes.box}
            checked={filter.subTeams === 'include'}
            onChange={(_event, checked) =>
              change({ subTeams: checked ? 'include' : undefined })
            }
          />
        }
        classes={{ label: classes.label }}
        label={t('filters.subTeams')}
      />
      <Divider className={classes.divider} />
    </EntityFilter>
  );
}
