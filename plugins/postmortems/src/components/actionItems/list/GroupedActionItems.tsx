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

import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { LoadError, SubtleText, usePostmortemsData } from '../../shared';
import { ActionItemCount } from './ActionItemCount';
import { ActionItemGroup } from './ActionItemGroup';
import type { SharedListProps } from './ActionItemList';
import { filterOfGroup } from './grouping';
import type { Grouping } from './grouping';

const useStyles = makeStyles(theme => ({
  groups: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  },
  skeleton: { borderRadius: theme.shape.borderRadius },
}));

/** The action items group by group, those with the most overdue first; a group loads as it opens. */
export function GroupedActionItems(
  props: SharedListProps & {
    groupBy: Exclude<Grouping, 'none'>;
    filter: ActionItemFilter;
    toolbar: (count: JSX.Element) => JSX.Element;
  },
) {
  const { groupBy, filter, toolbar, ...list } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { value, error, loading, retry } = usePostmortemsData(
    api => api.summarizeActionItems({ query: { ...filter, groupBy } }),
    [JSON.stringify(filter), groupBy],
  );
  // While another grouping loads, the groups of the one before would stand under a wrong name.
  const summary = value?.groupBy === groupBy && !error ? value : undefined;
  const hasGroups = summary !== undefined && summary.groups.length > 0;
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const question = JSON.stringify([filter, list.orderField]);

  return (
    <>
      {toolbar(<ActionItemCount totalItems={summary?.overall.total} />)}
      {error && (
        <Paper variant="outlined">
          <LoadError error={error} retry={retry} action={list.clearButton} />
        </Paper>
      )}
      {summary && !hasGroups && !loading && (
        <Paper variant="outlined">{list.empty}</Paper>
      )}
      <div className={classes.groups} aria-busy={loading}>
        {!summary &&
          loading &&
          Array.from({ length: 5 }, (_group, index) => (
            <Skeleton
              key={index}
              variant="rect"
              height={44}
              className={classes.skeleton}
            />
          ))}
        {summary?.groups.map((group, index) => (
          <ActionItemGroup
            {...list}
            key={`${group.key} ${question}`}
            groupBy={groupBy}
            group={group}
            filter={filterOfGroup(filter, groupBy, group.key)}
            // What is most urgent is in sight without a click.
            open={toggled[group.key] ?? index === 0}
            onToggle={open =>
              setToggled(current => ({ ...current, [group.key]: open }))
            }
          />
        ))}
      </div>
      {summary?.truncated && (
        <SubtleText role="status">{t('compliance.truncated')}</SubtleText>
      )}
      {hasGroups && (groupBy === 'team' || groupBy === 'entity') && (
        <SubtleText variant="caption">
          {t(`actionItemList.overlap.${groupBy}`)}
        </SubtleText>
      )}
    </>
  );
}
