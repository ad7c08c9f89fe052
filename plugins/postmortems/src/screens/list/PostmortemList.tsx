import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { INITIAL_ORDER } from '../../data/initialQueries';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { DownloadCsv } from '../../ui/csv/DownloadCsv';
import { LoadError } from '../../ui/feedback/LoadError';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { FilterBar } from '../../ui/filters/FilterBar';
import type { PostmortemFilterName } from '../../ui/filters/FilterBar';
import { toApiFilter } from '../../ui/filters/filter';
import { isSearchable } from '../../ui/filters/isSearchable';
import { useUrlFilter } from '../../ui/filters/useUrlFilter';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Pages } from '../../ui/table/Pages';
import { useListState } from '../../ui/table/useListState';
import type { ListOrders } from '../../ui/table/useListState';
import { PostmortemCount } from './PostmortemCount';
import { PostmortemTable } from './PostmortemTable';
import type { ColumnName } from './columns';
import { ConfirmBar } from './confirm/ConfirmBar';
import { useClaimedSelection } from './confirm/useClaimedSelection';
import { csvColumns } from './csvColumns';
import { SearchOrder } from './SearchOrder';

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
  },
  // Lets the filters wrap beside the count rather than above it.
  filters: { flex: '1 1 560px', minWidth: 0 },
  end: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginLeft: 'auto',
  },
}));

/** Newest incidents first, the API's default without a search. */
const orders: ListOrders = {
  initial: INITIAL_ORDER,
  first: { title: 'asc', severity: 'desc', dueAt: 'asc', startedAt: 'desc' },
};

/** Without a field, the API orders matches by relevance. */
const searchOrders: ListOrders = { ...orders, initial: '' };

/** Postmortems with filters, sorting and paging by the server, synced with the URL. */
export function PostmortemList(props: {
  /** Restricts the list regardless of the filters. */
  within?: PostmortemFilter;
  filters: PostmortemFilterName[];
  columns: ColumnName[];
  /** Replaces the list if there are no postmortems at all. */
  firstVisit: ReactNode;
  /** Additional actions at the end of the toolbar. */
  actions?: ReactNode;
}) {
  const { within, filters } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { filter, isSet, clear } = useUrlFilter(filters);
  const { orderField, cursor, sortBy, resetOrder, goTo } = useListState(
    filter.q ? searchOrders : orders,
  );
  const order = { orderField: orderField || undefined };

  const allOfIt = { ...toApiFilter(filter), ...within };
  const query = { ...allOfIt, ...order, cursor };
  const page = useLoaded(postmortemQueries.list(query));
  const items = page.value?.items;
  const claimed = useClaimedSelection(allOfIt, items);
  const isEmpty = items?.length === 0 && !page.loading;

  if (isEmpty && !isSet && !cursor) return <>{props.firstVisit}</>;

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
  } else if (isEmpty) {
    placeholder = (
      <StateMessage title={t('list.noMatchTitle')} action={clearButton}>
        {t(
          isSearchable(filter.q) ? 'list.noMatchText' : 'filters.notSearchable',
        )}
      </StateMessage>
    );
  }

  return (
    <>
      <div className={classes.toolbar}>
        <div className={classes.filters}>
          <FilterBar filters={filters} />
        </div>
        <div className={classes.end}>
          <SubtleText role="status">
            {!page.error && page.value ? (
              <PostmortemCount page={page.value} />
            ) : (
              // Keeps the line height while loading.
              '\u00a0'
            )}
          </SubtleText>
          <DownloadCsv
            name="postmortems"
            columns={csvColumns}
            loadPage={(api, request) =>
              api.listPostmortems({
                query: { ...allOfIt, ...order, ...request },
              })
            }
          />
          {props.actions}
        </div>
      </div>
      {filter.q && !placeholder && (
        <SearchOrder
          isByRelevance={!orderField}
          searchedNewest={page.value?.searchedNewest}
          onReset={resetOrder}
        />
      )}
      <Paper variant="outlined">
        <PostmortemTable
          label={t('list.title')}
          columnNames={props.columns}
          postmortems={items}
          loading={page.loading}
          orderField={orderField}
          onSort={sortBy}
          placeholder={placeholder}
          selection={claimed?.selection}
        />
        {items && page.value && (
          <Pages pageInfo={page.value.pageInfo} goTo={goTo} />
        )}
      </Paper>
      {claimed && <ConfirmBar selection={claimed.rows} />}
    </>
  );
}
