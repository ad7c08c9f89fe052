/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Content } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { toApiFilter, useUrlFilter } from '../../filters';
import type { OfferedFilter } from '../../filters';
import { useListState } from '../../table';
import type { ListOrders } from '../../table';
import { ActionItemFilters } from './ActionItemFilters';
import { FlatActionItems } from './FlatActionItems';
import { GroupedActionItems } from './GroupedActionItems';
import { ListToolbar } from './ListToolbar';
import { NoActionItems } from './NoActionItems';
import { BulkBar } from './bulk';
import type { Grouping } from './grouping';
import { withStatuses } from './openWork';
import { useItemSelection } from './useItemSelection';

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
  'postmortemId',
  'q',
];

/** What is overdue comes first, the longest before all. */
const orders: ListOrders = {
  initial: 'dueAt,asc',
  first: { title: 'asc', dueAt: 'asc', priority: 'asc' },
};

/** The sub-page over all action items: what is open, who has it, and the means to act on it. */
export function ActionItemsPage() {
  const { t } = useTexts();
  const state = useUrlFilter(filters);
  const { orderField, cursor, sortBy, goTo } = useListState(orders);
  const [search, setSearch] = useSearchParams();
  // Not checked here: a value that does not exist is for the server to name.
  const groupBy = (search.get('groupBy') ?? 'none') as Grouping;
  const selection = useItemSelection();
  const filter = toApiFilter<ActionItemFilter>(withStatuses(state.filter));

  // Nothing is changed together with what one sees that is not in the list any more.
  const { clear } = selection;
  const question = JSON.stringify([filter, groupBy]);
  useEffect(() => clear(), [clear, question]);

  function groupAnewBy(next: Grouping) {
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
        onGroupBy={groupAnewBy}
        filter={filter}
        orderField={orderField}
        count={count}
      />
    ),
  };
  return (
    <Content>
      <ActionItemFilters state={state} />
      {groupBy === 'none' ? (
        <FlatActionItems {...shared} cursor={cursor} goTo={goTo} />
      ) : (
        <GroupedActionItems {...shared} groupBy={groupBy} />
      )}
      <BulkBar selection={selection} />
    </Content>
  );
}
