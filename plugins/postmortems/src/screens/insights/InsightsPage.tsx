import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Insights,
  InsightsQuery,
} from 'backstage-plugin-postmortems-common';
import { insightQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { StartPostmortemButton } from '../../ui/controls/StartPostmortemButton';
import { LoadError } from '../../ui/feedback/LoadError';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { FilterBar } from '../../ui/filters/FilterBar';
import type { PostmortemFilterName } from '../../ui/filters/FilterBar';
import { toApiFilter } from '../../ui/filters/filter';
import { useUrlFilter } from '../../ui/filters/useUrlFilter';
import { PageContent } from '../../ui/layout/PageContent';
import { Blocks } from './Blocks';
import { BlocksSkeleton } from './BlocksSkeleton';
import { RangeFilter } from './RangeFilter';
import { useInsightsRange } from './useInsightsRange';

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

const filters: PostmortemFilterName[] = [
  'teamRef',
  'severity',
  'entityRef',
  'outcome',
  'label',
];

/** Whether all charts would be empty. */
function isEmpty({ incidents, actionItems, uncovered }: Insights): boolean {
  return (
    incidents.n === 0 &&
    !uncovered?.n &&
    actionItems.open.n === 0 &&
    actionItems.months.every(
      ({ opened, done, declined }) => opened + done + declined === 0,
    )
  );
}

/** The sub-page that shows what recurs and whether response is improving. */
export function InsightsPage() {
  const classes = useStyles();
  const { t } = useTexts();
  const state = useUrlFilter([...filters, 'date']);
  const { range, months, interval } = useInsightsRange(state);
  const filter = { ...state.filter, ...range };
  const { value, error, loading, retry } = useLoaded(
    insightQueries.report({ ...toApiFilter<InsightsQuery>(filter), interval }),
  );

  const clearButton = state.isSet && (
    <Button variant="outlined" onClick={state.clear}>
      {t('filters.clear')}
    </Button>
  );
  let content: ReactNode;
  if (error) {
    content = (
      <Paper variant="outlined">
        <LoadError error={error} retry={retry} action={clearButton} />
      </Paper>
    );
  } else if (!value) {
    content = <BlocksSkeleton />;
  } else if (isEmpty(value) && !loading) {
    content = (
      <Paper variant="outlined">
        <StateMessage
          title={t('insights.emptyTitle')}
          action={clearButton || <StartPostmortemButton />}
        >
          {t('insights.emptyText')}
        </StateMessage>
      </Paper>
    );
  } else {
    content = <Blocks insights={value} filter={filter} />;
  }

  return (
    <PageContent>
      <div className={classes.toolbar}>
        <RangeFilter range={range} months={months} onChange={state.change} />
        <FilterBar filters={filters} />
      </div>
      <div aria-busy={loading}>{content}</div>
    </PageContent>
  );
}
