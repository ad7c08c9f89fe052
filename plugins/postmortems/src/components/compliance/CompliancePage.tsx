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
import { useSearchParams } from 'react-router-dom';
import { Content } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ComplianceGroupBy } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { FilterBar, toApiFilter, useUrlFilter, writeFilter } from '../filters';
import type { PostmortemFilterName } from '../filters';
import {
  GroupBySwitch,
  LoadError,
  StartPostmortemButton,
  StateMessage,
  SubtleText,
  usePostmortemsData,
} from '../shared';
import { ComplianceTable } from './ComplianceTable';

const useStyles = makeStyles(theme => ({
  toolbar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
  },
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
 * Which filters go with a grouping. A postmortem has several teams: filtered by one of them and
 * grouped by team, the others would form groups too, of which no list is the exact match.
 */
function offeredFilters(groupBy: ComplianceGroupBy): PostmortemFilterName[] {
  return groupBy === 'team'
    ? ['severity', 'date']
    : ['severity', 'teamRef', 'date'];
}

/** The sub-page that says how well the policy is kept, and by whom. */
export function CompliancePage() {
  const classes = useStyles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const [search, setSearch] = useSearchParams();
  // Not checked here: a value that does not exist is for the server to name.
  const groupBy = (search.get('groupBy') ?? 'team') as ComplianceGroupBy;
  const filters = offeredFilters(groupBy);
  const { filter, isSet, clear } = useUrlFilter(filters);

  const query = { groupBy, ...toApiFilter(filter) };
  const { value, error, loading, retry } = usePostmortemsData(
    api => api.getCompliance({ query }),
    [JSON.stringify(query)],
  );
  // While another grouping loads, the rows of the one before would stand under a wrong name.
  const report = value?.groupBy === groupBy ? value : undefined;

  const clearButton = isSet && (
    <Button variant="outlined" onClick={clear}>
      {t('filters.clear')}
    </Button>
  );
  let content: ReactNode;
  if (error) {
    content = <LoadError error={error} retry={retry} action={clearButton} />;
  } else if (report?.overall.total === 0 && !loading) {
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
        filter={filter}
        listLink={to => `${root}/all?${writeFilter(new URLSearchParams(), to)}`}
      />
    );
  }

  return (
    <Content>
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
              return changed;
            })
          }
        />
        <FilterBar filters={filters} />
      </div>
      <Paper variant="outlined" aria-busy={loading}>
        {content}
      </Paper>
      {report?.truncated && (
        <Typography variant="body2" className={classes.note} role="status">
          {t('compliance.truncated')}
        </Typography>
      )}
      {(groupBy === 'team' || groupBy === 'entity') && (
        <div className={classes.note}>
          <SubtleText variant="caption">
            {t(`compliance.overlap.${groupBy}`)}
          </SubtleText>
        </div>
      )}
    </Content>
  );
}
