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
import { makeStyles } from '@material-ui/core/styles';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { DownloadCsv } from '../../csv';
import { GroupBySwitch, SubtleText } from '../../shared';
import { csvColumns } from './csvColumns';
import { groupings } from './grouping';
import type { Grouping } from './grouping';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(1.5, 0),
  },
  end: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginLeft: 'auto',
  },
}));

/** By what the action items are grouped, how many there are, and the way to take them along. */
export function ListToolbar(props: {
  groupBy: Grouping;
  onGroupBy: (groupBy: Grouping) => void;
  filter: ActionItemFilter;
  orderField: string;
  count: ReactNode;
}) {
  const { groupBy, onGroupBy, filter, orderField, count } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root}>
      <GroupBySwitch
        options={groupings.map(value => ({
          value,
          label: t(`actionItemList.by.${value}`),
        }))}
        value={groupBy}
        onChange={onGroupBy}
      />
      <div className={classes.end}>
        <SubtleText role="status">{count}</SubtleText>
        <DownloadCsv
          name="action-items"
          columns={csvColumns}
          loadPage={(api, page) =>
            api.listActionItems({ query: { ...filter, orderField, ...page } })
          }
        />
      </div>
    </div>
  );
}
