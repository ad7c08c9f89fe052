import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Incident,
  ListIncidentsQuery,
} from 'backstage-plugin-postmortems-common';
import { incidentQueries } from '../../../data/queries';
import { useLoaded } from '../../../data/useLoaded';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { DownloadCsv } from '../../../ui/csv/DownloadCsv';
import { columnsOf } from '../../../ui/csv/columns';
import { LoadError } from '../../../ui/feedback/LoadError';
import { StateMessage } from '../../../ui/feedback/StateMessage';
import { FilterBar } from '../../../ui/filters/FilterBar';
import type { PostmortemFilterName } from '../../../ui/filters/FilterBar';
import { toApiFilter } from '../../../ui/filters/filter';
import { useUrlFilter } from '../../../ui/filters/useUrlFilter';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { Pages } from '../../../ui/table/Pages';
import { useListState } from '../../../ui/table/useListState';
import { BlockedIncident } from '../../incidents/BlockedIncident';

const useStyles = makeStyles(theme => ({
  intro: { marginBottom: theme.spacing(1.5) },
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
  },
  end: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginLeft: 'auto',
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

const filters: PostmortemFilterName[] = [
  'severity',
  'teamRef',
  'entityRef',
  'source',
  'date',
];

/** CSV columns, named after the API's fields. */
const csvColumns = columnsOf<Incident>()(
  'source',
  'key',
  'title',
  'url',
  'governingSeverity',
  'startedAt',
  'resolvedAt',
  'teamRefs',
  'entityRefs',
  'blockedBy',
);

/** The incidents that need a postmortem and have none, most recently started first. */
export function UncoveredIncidents() {
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const { filter, isSet, clear } = useUrlFilter(filters);
  const { cursor, goTo } = useListState({
    initial: 'startedAt,desc',
    first: {},
  });
  const query = toApiFilter<ListIncidentsQuery>(filter);
  const page = useLoaded(incidentQueries.list({ ...query, cursor }));
  const { items, totalItems, totalItemsCapped } = page.value ?? {};

  const clearButton = isSet && (
    <Button variant="outlined" onClick={clear}>
      {t('filters.clear')}
    </Button>
  );
  let content: ReactNode;
  if (page.error) {
    content = (
      <LoadError error={page.error} retry={page.retry} action={clearButton} />
    );
  } else if (items?.length === 0 && !page.loading) {
    content = (
      <StateMessage
        title={t('compliance.incidents.emptyTitle')}
        action={clearButton}
      >
        {isSet
          ? t('compliance.incidents.emptyFiltered')
          : t('compliance.incidents.emptyText')}
      </StateMessage>
    );
  } else {
    content = (
      <ul className={classes.list} aria-label={t('compliance.views.incidents')}>
        {items?.map(incident => (
          <BlockedIncident
            key={incident.id}
            incident={incident}
            onCovered={page.retry}
          />
        ))}
      </ul>
    );
  }
  let count = '\u00a0';
  if (totalItems !== undefined && !page.error) {
    count = totalItemsCapped
      ? t('compliance.incidents.countCapped', {
          value: totalItems.toLocaleString(locale),
        })
      : t('compliance.incidents.count', { count: totalItems });
  }

  return (
    <>
      <Typography variant="body2" className={classes.intro}>
        {t('compliance.incidents.intro')}
      </Typography>
      <div className={classes.toolbar}>
        <FilterBar filters={filters} days="utc" />
        <div className={classes.end}>
          <SubtleText role="status">{count}</SubtleText>
          <DownloadCsv
            name="incidents-without-postmortem"
            columns={csvColumns}
            loadPage={(api, request) =>
              api.listIncidents({ query: { ...query, ...request } })
            }
          />
        </div>
      </div>
      <Paper variant="outlined" aria-busy={page.loading}>
        {content}
        {page.value && <Pages pageInfo={page.value.pageInfo} goTo={goTo} />}
      </Paper>
    </>
  );
}
