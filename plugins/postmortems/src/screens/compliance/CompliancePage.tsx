import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  ComplianceFigures,
  ComplianceGroup,
  ComplianceGroupBy,
  ComplianceQuery,
} from 'backstage-plugin-postmortems-common';
import { complianceQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { GroupBySwitch } from '../../ui/controls/GroupBySwitch';
import { StartPostmortemButton } from '../../ui/controls/StartPostmortemButton';
import { DownloadCsv } from '../../ui/csv/DownloadCsv';
import { columnsOf } from '../../ui/csv/columns';
import type { CsvColumn } from '../../ui/csv/columns';
import { LoadError } from '../../ui/feedback/LoadError';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { FilterBar } from '../../ui/filters/FilterBar';
import type { PostmortemFilterName } from '../../ui/filters/FilterBar';
import { toApiFilter } from '../../ui/filters/filter';
import { useUrlFilter } from '../../ui/filters/useUrlFilter';
import { PageContent } from '../../ui/layout/PageContent';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useSearchParams } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { RateDetails } from './RateDetails';
import { ComplianceTable } from './ComplianceTable';
import { Exceptions } from './exceptions/Exceptions';
import { UncoveredIncidents } from './uncovered/UncoveredIncidents';
import { useGroupRows } from './useGroupRows';
import { complianceLinks, complianceViews, switchView, viewOf } from './views';

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
  },
  end: { marginLeft: 'auto' },
  note: { marginTop: theme.spacing(1) },
}));

const groupings: ComplianceGroupBy[] = [
  'team',
  'severity',
  'quarter',
  'month',
  'entity',
];

/**
 * The filters to offer for a grouping. There is no team filter if the groups are teams: a
 * postmortem can have several, so the groups would include other teams' as well, whose numbers
 * would match no list.
 */
function offeredFilters(groupBy: ComplianceGroupBy): PostmortemFilterName[] {
  return groupBy === 'team'
    ? ['severity', 'date']
    : ['severity', 'teamRef', 'date'];
}

/** CSV columns, named after the API's fields. */
const csvColumns: CsvColumn<ComplianceGroup>[] = [
  ...columnsOf<ComplianceGroup>()('key', 'parents', 'rate', 'due', 'total'),
  ...complianceStatusSchema.options.map(status => ({
    header: status,
    value: ({ counts }: ComplianceGroup) => counts[status],
  })),
  ...columnsOf<ComplianceGroup>()(
    'byException',
    'createdByPerson',
    'imported',
    'deleted',
    'uncovered',
    'medianHoursToPublish',
  ),
];

function isEmpty({ total, uncovered = 0 }: ComplianceFigures): boolean {
  return total + uncovered === 0;
}

/** The sub-page with compliance rates, incidents without a postmortem, and exceptions. */
export function CompliancePage() {
  const classes = useStyles();
  const { t } = useTexts();
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search);
  return (
    <PageContent>
      <div className={classes.toolbar}>
        <GroupBySwitch
          label={t('compliance.view')}
          options={complianceViews.map(value => ({
            value,
            label: t(`compliance.views.${value}`),
          }))}
          value={view}
          onChange={next => setSearch(current => switchView(current, next))}
        />
      </div>
      {view === 'rates' && <Rates />}
      {view === 'incidents' && <UncoveredIncidents />}
      {view === 'exceptions' && <Exceptions />}
    </PageContent>
  );
}

/** Compliance by group. */
function Rates() {
  const classes = useStyles();
  const { t } = useTexts();
  const links = complianceLinks(useRouteRef(rootRouteRef)());
  const [search, setSearch] = useSearchParams();
  // Not validated, because the server rejects unknown values.
  const groupBy = (search.get('groupBy') ?? 'team') as ComplianceGroupBy;
  const filters = offeredFilters(groupBy);
  const { filter, isSet, clear } = useUrlFilter(filters);

  const query: ComplianceQuery = {
    groupBy,
    ...(groupBy === 'team' && { rollUp: 'true' as const }),
    ...toApiFilter(filter),
  };
  const { value, error, loading, retry } = useLoaded(
    complianceQueries.report(query),
  );
  // Don't show the previous rows while another grouping loads: their names would be wrong.
  const report = value?.groupBy === groupBy ? value : undefined;

  const { rows, orderField, sortBy, toggle } = useGroupRows(groupBy, report);

  const clearButton = isSet && (
    <Button variant="outlined" onClick={clear}>
      {t('filters.clear')}
    </Button>
  );
  let content: ReactNode;
  if (error) {
    content = <LoadError error={error} retry={retry} action={clearButton} />;
  } else if (report && isEmpty(report.overall) && !loading) {
    content = (
      <StateMessage
        title={t('compliance.emptyTitle')}
        action={clearButton || <StartPostmortemButton />}
      >
        {t('compliance.emptyText')}
      </StateMessage>
    );
  } else {
    content = (
      <ComplianceTable
        groupBy={groupBy}
        report={report}
        rows={rows}
        filter={filter}
        orderField={orderField}
        onSort={sortBy}
        onToggle={toggle}
        links={links}
      />
    );
  }

  return (
    <>
      <div className={classes.toolbar}>
        <GroupBySwitch
          options={groupings.map(each => ({
            value: each,
            label: t(`compliance.by.${each}`),
          }))}
          value={groupBy}
          onChange={next =>
            setSearch(current => {
              const changed = new URLSearchParams(current);
              changed.set('groupBy', next);
              changed.delete('orderField');
              changed.delete('open');
              return changed;
            })
          }
        />
        <FilterBar filters={filters} days="utc" />
        <div className={classes.end}>
          <DownloadCsv
            name={`postmortem-compliance-by-${groupBy}`}
            columns={csvColumns}
            loadPage={async api => {
              const { groups } = await api.getCompliance({ query });
              return { items: groups, totalItems: groups.length, pageInfo: {} };
            }}
          />
        </div>
      </div>
      <Paper variant="outlined" aria-busy={loading}>
        {content}
      </Paper>
      {report && (
        <RateDetails figures={report.overall} filter={filter} links={links} />
      )}
      {report?.truncated && (
        <Typography variant="body2" className={classes.note} role="status">
          {t('compliance.truncated')}
        </Typography>
      )}
      {Boolean(report?.overall.uncovered) && (
        <div className={classes.note}>
          <SubtleText variant="caption">
            {t('compliance.uncoveredNote')}
          </SubtleText>
        </div>
      )}
      {(groupBy === 'team' || groupBy === 'entity') && (
        <div className={classes.note}>
          <SubtleText variant="caption">
            {t(`compliance.overlap.${groupBy}`)}
          </SubtleText>
        </div>
      )}
    </>
  );
}
