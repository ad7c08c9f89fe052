import { useEffect } from 'react';
import type {
  ActionItemFilter,
  ListedActionItem,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { toApiFilter } from '../../ui/filters/filter';
import { useUrlFilter } from '../../ui/filters/useUrlFilter';
import type { OfferedFilter } from '../../ui/filters/useUrlFilter';
import { PageContent } from '../../ui/layout/PageContent';
import { useSearchParams } from '../../ui/navigation/location';
import { useColumnChoice } from '../../ui/table/useColumnChoice';
import { useListState } from '../../ui/table/useListState';
import type { ListOrders } from '../../ui/table/useListState';
import { useRowSelection } from '../../ui/table/useRowSelection';
import { useCurrentView } from '../../ui/views/useCurrentView';
import { ActionItemFilters } from './ActionItemFilters';
import { FlatActionItems } from './FlatActionItems';
import { GroupedActionItems } from './GroupedActionItems';
import { ListToolbar } from './ListToolbar';
import { NoActionItems } from './NoActionItems';
import { BulkBar } from './bulk/BulkBar';
import { columnNames } from './columns';
import type { Grouping } from './grouping';
import { withStatuses } from './openWork';

const filters: OfferedFilter[] = [
  'overdue',
  'status',
  'teamRef',
  'ownerRef',
  'entityRef',
  'severity',
  'priority',
  'kind',
  'dueBefore',
  'label',
  'outcome',
  'committed',
  'closed',
  'closedOnTime',
  'postmortemId',
  'q',
];

/** By default, the action items that have been overdue the longest come first. */
const orders: ListOrders = {
  initial: 'dueAt,asc',
  first: {
    title: 'asc',
    dueAt: 'asc',
    priority: 'asc',
    status: 'asc',
    ownerRef: 'asc',
  },
};

/** The sub-page with all action items. */
export function ActionItemsPage() {
  const { t } = useTexts();
  const state = useUrlFilter(filters);
  const { orderField, cursor, sortBy, goTo } = useListState(orders);
  const [search, setSearch] = useSearchParams();
  // Not validated, because the server rejects unknown values.
  const groupBy = (search.get('groupBy') ?? 'none') as Grouping;
  const selection = useRowSelection<ListedActionItem>();
  const filter = toApiFilter<ActionItemFilter>(withStatuses(state.filter));

  const columns = useColumnChoice(
    'actionItems',
    columnNames.filter(name => name !== groupBy),
    columnNames,
  );

  const currentView = useCurrentView(
    [...state.names, 'groupBy'],
    orderField,
    columns,
  );

  // A bulk change must not include rows that are no longer in the list.
  const { clear } = selection;
  const question = JSON.stringify([filter, groupBy]);
  useEffect(() => clear(), [clear, question]);

  function regroupBy(next: Grouping) {
    setSearch(current => {
      const changed = new URLSearchParams(current);
      if (next === 'none') changed.delete('groupBy');
      else changed.set('groupBy', next);
      changed.delete('cursor');
      return changed;
    });
  }

  const shared = {
    filter,
    orderField,
    onSort: sortBy,
    columnNames: columns.chosen,
    onFit: columns.onFit,
    selection,
    empty: <NoActionItems state={state} />,
    clearButton: state.isSet && (
      <Button variant="outlined" onClick={state.clear}>
        {t('filters.clear')}
      </Button>
    ),
    toolbar: (count: JSX.Element) => (
      <ListToolbar
        groupBy={groupBy}
        onGroupBy={regroupBy}
        filter={filter}
        orderField={orderField}
        count={count}
        columns={columns}
        currentView={currentView}
      />
    ),
  };
  return (
    <PageContent>
      <ActionItemFilters state={state} />
      {groupBy === 'none' ? (
        <FlatActionItems {...shared} cursor={cursor} goTo={goTo} />
      ) : (
        <GroupedActionItems {...shared} groupBy={groupBy} />
      )}
      <BulkBar selection={selection} />
    </PageContent>
  );
}
