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

import Paper from '@material-ui/core/Paper';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { ActionItemCount } from './ActionItemCount';
import { ActionItemList } from './ActionItemList';
import type { SharedListProps } from './ActionItemList';
import type { ActionItemColumn } from './columns';
import { useActionItems } from './useActionItems';

const columnNames: ActionItemColumn[] = [
  'due',
  'owner',
  'status',
  'priority',
  'severity',
  'postmortem',
  'kind',
  'ticket',
];

/** All action items that the filter lets through, in one list. */
export function FlatActionItems(
  props: SharedListProps & {
    filter: ActionItemFilter;
    cursor?: string;
    goTo: (cursor: string | undefined) => void;
    toolbar: (count: JSX.Element) => JSX.Element;
  },
) {
  const { filter, cursor, toolbar, ...list } = props;
  const { t } = useTexts();
  const page = useActionItems({
    ...filter,
    orderField: list.orderField,
    cursor,
  });

  return (
    <>
      {toolbar(<ActionItemCount {...(!page.error && page.value)} />)}
      <Paper variant="outlined">
        <ActionItemList
          {...list}
          label={t('actionItemList.title')}
          columnNames={columnNames}
          page={page}
        />
      </Paper>
    </>
  );
}
