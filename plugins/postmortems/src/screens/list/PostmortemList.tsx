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
import { ColumnsMenu } from '../../ui/table/ColumnsMenu';
import { Pages } from '../../ui/table/Pages';
import { useColumnChoice } from '../../ui/table/useColumnChoice';
import { useListState } from '../../ui/table/useListState';
import type { ListOrders } from '../../ui/table/useListState';
import { ViewsMenu } from '../../ui/views/ViewsMenu';
import { useCurrentView } from '../../ui/views/useCurrentView';
import { PostmortemCount } from './PostmortemCount';
import { PostmortemTable } from './PostmortemTable';
import { EXTRA_COLUMNS } from './columns';
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
  // Lets the filters wrap next to the count instead of moving above it.
  filters: { flex: '1 1 560px', minWidth: 0 },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    marginLeft: 'auto',
  },
}));

/** Newest incidents first, which is the API's default without a search. */
const orders: ListOrders = {
  initial: INITIAL_ORDER,
  first: {
    title: 'asc',
    severity: 'desc',
    dueAt: 'asc',
    startedAt: 'desc',
    updatedAt: 'desc',
    status: 'asc',
    entityRef: 'asc',
    ownerRef: 'asc',
  },
};

/** Without an order, the API sorts matches of a search by relevance. */
const searchOrders: ListOrders = { ...orders, initial: '' };

/** Postmortems with filters, sorting and paging on the server, synced with the URL. */
export function PostmortemList(props: {
  /** Restricts the list regardless of the filters. */
  within?: PostmortemFilter;
  filters: PostmortemFilterName[];
  /** Name of the list in the user's settings. */
  name: 'postmortems' | 'entity' | 'team';
  /** Columns shown until the user chooses others. */
  columns: ColumnName[];
  /** Offers to save views. */
  savesViews?: boolean;
  /** Shown in place of the list if there are no postmortems at all. */
  firstVisit: ReactNode;
  /** Additional actions at the end of the toolbar. */
  actions?: ReactNode;
}) {
  const { within, filters } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { filter, names, isSet, clear } = useUrlFilter(filters);
  const { orderField, cursor, sortBy, resetOrder, goTo } = useListState(
    filter.q ? searchOrders : orders,
  );
  const order = { orderField: orderField || undefined };

  const allOfIt = { ...toApiFilter(filter), ...within };
  const columns = useColumnChoice(
    props.name,
    [...props.columns, ...EXTRA_COLUMNS],
    props.columns,
  );
  const currentView = useCurrentView(names, orderField, columns);
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
          {props.savesViews && (
            <ViewsMenu list={props.name} current={currentView} />
          )}
          <ColumnsMenu
            choice={columns}
            label={name => t(`list.column.${name}`)}
          />
          <DownloadCsv
            name="postmortems"
            columns={csvColumns}
            loadPage={(api, request) =>
              api.listPostmortems({
                query: {
                  ...allOfIt,
                  // Sorted by relevance, the API would return only the newest matches.
                  orderField: orderField || INITIAL_ORDER,
                  ...request,
                },
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
          columnNames={columns.chosen}
          onFit={columns.onFit}
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
