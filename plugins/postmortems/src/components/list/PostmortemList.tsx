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

import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { INITIAL_ORDER } from '../../firstQuestions';
import { useTexts } from '../../translation';
import { DownloadCsv } from '../csv';
import { FilterBar, toApiFilter, useUrlFilter } from '../filters';
import type { PostmortemFilterName } from '../filters';
import {
  LoadError,
  StateMessage,
  SubtleText,
  usePostmortemsData,
} from '../shared';
import { Pages, useListState } from '../table';
import type { ListOrders } from '../table';
import { PostmortemCount } from './PostmortemCount';
import { PostmortemTable } from './PostmortemTable';
import type { ColumnName } from './columns';
import { csvColumns } from './csvColumns';

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
  },
  filters: { flex: '1 1 auto', minWidth: 0 },
  end: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginLeft: 'auto',
  },
}));

/** The newest incidents first, as the API has it. */
const orders: ListOrders = {
  initial: INITIAL_ORDER,
  first: { title: 'asc', severity: 'desc', dueAt: 'asc', startedAt: 'desc' },
};

/**
 * Postmortems with filters, sorting and paging, all of it done by the server and kept in the
 * address.
 */
export function PostmortemList(props: {
  /** What the list is restricted to, whatever the filters say. */
  within?: PostmortemFilter;
  filters: PostmortemFilterName[];
  columns: ColumnName[];
  /** In place of the list where there is not one postmortem. */
  firstVisit: ReactNode;
}) {
  const { within, filters } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { filter, isSet, clear } = useUrlFilter(filters);
  const { orderField, cursor, sortBy, goTo } = useListState(orders);

  const allOfIt = { ...toApiFilter(filter), ...within };
  const query = { ...allOfIt, orderField, cursor };
  const page = usePostmortemsData(
    api => api.listPostmortems({ query }),
    [JSON.stringify(query)],
  );
  const items = page.error ? undefined : page.value?.items;
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
        {t('list.noMatchText')}
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
              // Keeps the line, so that nothing moves when the number comes.
              '\u00a0'
            )}
          </SubtleText>
          <DownloadCsv
            name="postmortems"
            columns={csvColumns}
            loadPage={(api, request) =>
              api.listPostmortems({
                query: { ...allOfIt, orderField, ...request },
              })
            }
          />
        </div>
      </div>
      <Paper variant="outlined">
        <PostmortemTable
          label={t('list.title')}
          columnNames={props.columns}
          postmortems={items}
          loading={page.loading}
          orderField={orderField}
          onSort={sortBy}
          placeholder={placeholder}
        />
        {items && page.value && (
          <Pages pageInfo={page.value.pageInfo} goTo={goTo} />
        )}
      </Paper>
    </>
  );
}
