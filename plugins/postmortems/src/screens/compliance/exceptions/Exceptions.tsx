import type { ReactNode } from 'react';
import { complianceQueries } from '../../../data/queries';
import { useLoaded } from '../../../data/useLoaded';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { DownloadCsv } from '../../../ui/csv/DownloadCsv';
import { columnsOf, dueColumn } from '../../../ui/csv/columns';
import type { CsvColumn } from '../../../ui/csv/columns';
import { LoadError } from '../../../ui/feedback/LoadError';
import { StateMessage } from '../../../ui/feedback/StateMessage';
import { FilterBar } from '../../../ui/filters/FilterBar';
import type { PostmortemFilterName } from '../../../ui/filters/FilterBar';
import { OptionFilter } from '../../../ui/filters/OptionFilter';
import { toApiFilter } from '../../../ui/filters/filter';
import { useUrlFilter } from '../../../ui/filters/useUrlFilter';
import type { OfferedFilter } from '../../../ui/filters/useUrlFilter';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { Pages } from '../../../ui/table/Pages';
import { useListState } from '../../../ui/table/useListState';
import { ExceptionTable } from './ExceptionTable';
import { exceptionKindKeys } from './exceptionKinds';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { complianceExceptionKindSchema } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceExceptionFilter,
  ComplianceExceptionListItem,
} from 'backstage-plugin-postmortems-common';

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
}));

const postmortemFilters: PostmortemFilterName[] = [
  'severity',
  'teamRef',
  'entityRef',
  'complianceStatus',
  'origin',
  'date',
];

const filters: OfferedFilter[] = [...postmortemFilters, 'kind', 'postmortemId'];

/** CSV columns, named after the API's fields. */
const csvColumns: CsvColumn<ComplianceExceptionListItem>[] = [
  ...columnsOf<ComplianceExceptionListItem>()(
    'at',
    'kind',
    'postmortemId',
    'title',
    'governingSeverity',
    'teamRefs',
    'actorRef',
    'reason',
    'field',
    'statusBefore',
    'statusAfter',
  ),
  dueColumn(
    'dueBefore',
    row => row.dueBefore,
    row => row.timeZone,
  ),
  dueColumn(
    'dueAfter',
    row => row.dueAfter,
    row => row.timeZone,
  ),
  ...columnsOf<ComplianceExceptionListItem>()('subjectId'),
];

/** The list of exceptions, newest first, with its filters. */
export function Exceptions() {
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const { filter, isSet, change, clear } = useUrlFilter(filters);
  const { cursor, goTo } = useListState({ initial: 'at,desc', first: {} });
  const query = toApiFilter<ComplianceExceptionFilter>(filter);
  const page = useLoaded(complianceQueries.exceptions({ ...query, cursor }));
  const items = page.value?.items;

  let placeholder: ReactNode;
  const clearButton = isSet && (
    <Button variant="outlined" onClick={clear}>
      {t('filters.clear')}
    </Button>
  );
  if (page.error) {
    placeholder = (
      <LoadError error={page.error} retry={page.retry} action={clearButton} />
    );
  } else if (items?.length === 0 && !page.loading) {
    placeholder = (
      <StateMessage title={t('exceptions.emptyTitle')} action={clearButton}>
        {t('exceptions.emptyText')}
      </StateMessage>
    );
  }
  const { totalItems, totalItemsCapped } = page.value ?? {};
  let count = '\u00a0';
  if (totalItems !== undefined) {
    count = totalItemsCapped
      ? t('exceptions.countCapped', {
          value: totalItems.toLocaleString(locale),
        })
      : t('exceptions.count', { count: totalItems });
  }

  return (
    <>
      <Typography variant="body2" className={classes.intro}>
        {t('exceptions.intro')}
      </Typography>
      <div className={classes.toolbar}>
        <OptionFilter
          label={t('filters.exceptionKind')}
          options={complianceExceptionKindSchema.options.map(value => ({
            value,
            label: t(`exceptions.kind.${exceptionKindKeys[value]}`),
          }))}
          selected={filter.kind}
          onChange={kind => change({ kind })}
        />
        <FilterBar filters={postmortemFilters} days="utc" />
        <div className={classes.end}>
          <SubtleText role="status">{page.error ? '\u00a0' : count}</SubtleText>
          <DownloadCsv
            name="postmortem-exceptions"
            columns={csvColumns}
            loadPage={(api, request) =>
              api.listComplianceExceptions({ query: { ...query, ...request } })
            }
          />
        </div>
      </div>
      <Paper variant="outlined">
        <ExceptionTable
          exceptions={items}
          loading={page.loading}
          placeholder={placeholder}
        />
        {items && page.value && (
          <Pages pageInfo={page.value.pageInfo} goTo={goTo} />
        )}
      </Paper>
    </>
  );
}
