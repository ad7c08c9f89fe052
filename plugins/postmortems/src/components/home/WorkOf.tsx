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

import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type {
  ActionItemFilter,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { useActionItems } from '../actionItems/list/useActionItems';
import { toApiFilter } from '../filters';
import { SubtleText, usePostmortemsData } from '../shared';
import { PanelError, unfinished, underWay } from '../work';
import { MyActionItem } from './MyActionItem';
import { MyPostmortem } from './MyPostmortem';
import { WorkSkeleton } from './WorkSkeleton';
import { byDueDate } from './byDueDate';

/** How many rows fit a home page before the rest is better looked at on one's own page. */
const MOST_ROWS = 8;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  all: {
    ...theme.typography.body2,
    display: 'inline-block',
    marginTop: theme.spacing(1),
  },
}));

/** What a user has to do, by due date, and the way to the rest of it. */
export function WorkOf(props: { userRef: string }) {
  const { userRef } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const entityPage = useRouteRef(entityRouteRef);

  const query = {
    ownerRef: [userRef],
    orderField: 'dueAt,asc',
    limit: MOST_ROWS,
    totalItems: 'exclude' as const,
  };
  const postmortems = usePostmortemsData(
    api =>
      api.listPostmortems({
        query: { ...query, ...toApiFilter<PostmortemFilter>(unfinished) },
      }),
    [userRef],
  );
  const actionItems = useActionItems({
    ...query,
    ...toApiFilter<ActionItemFilter>(underWay),
  });

  const failed = [postmortems, actionItems].find(({ error }) => error);
  if (failed?.error) {
    return <PanelError error={failed.error} retry={failed.retry} />;
  }
  if (!postmortems.value || !actionItems.items) return <WorkSkeleton />;

  const work = byDueDate(postmortems.value.items, actionItems.items);
  return (
    <>
      {work.length === 0 ? (
        <SubtleText>{t('home.none')}</SubtleText>
      ) : (
        <ul className={classes.list} aria-label={t('home.label')}>
          {work
            .slice(0, MOST_ROWS)
            .map(each =>
              each.kind === 'postmortem' ? (
                <MyPostmortem
                  key={each.postmortem.id}
                  postmortem={each.postmortem}
                />
              ) : (
                <MyActionItem
                  key={each.item.id}
                  item={each.item}
                  onChanged={actionItems.show}
                />
              ),
            )}
        </ul>
      )}
      <Link
        to={`${entityPage(entityRouteParams(userRef))}/postmortems`}
        className={classes.all}
      >
        {t('home.all')}
      </Link>
    </>
  );
}
