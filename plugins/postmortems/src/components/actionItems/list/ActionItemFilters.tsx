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

import {
  actionItemKindSchema,
  actionItemPrioritySchema,
  actionItemStatusSchema,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import {
  AffectedFilter,
  DueFilter,
  FilterRow,
  OptionFilter,
  OwnerFilter,
  SeverityFilter,
  TeamFilter,
  ToggleFilter,
} from '../../filters';
import type { UrlFilterState } from '../../filters';
import { statusInAddress, statusesShown } from './openWork';

/** Filters over action items, each in step with the address. */
export function ActionItemFilters(props: { state: UrlFilterState }) {
  const { state } = props;
  const { filter, change } = state;
  const { t } = useTexts();

  return (
    <FilterRow state={state} searchLabel={t('actionItemList.searchLabel')}>
      <ToggleFilter
        label={t('actionItemList.overdue')}
        on={filter.overdue === 'true'}
        onChange={on => change({ overdue: on ? 'true' : undefined })}
      />
      <OptionFilter
        label={t('filters.status')}
        options={actionItemStatusSchema.options.map(value => ({
          value,
          label: t(`actionItem.status.${value}`),
        }))}
        selected={statusesShown(filter.status)}
        onChange={status => change({ status: statusInAddress(status) })}
      />
      <TeamFilter state={state} />
      <OwnerFilter state={state} kinds={['user', 'group']} />
      <AffectedFilter state={state} />
      <SeverityFilter state={state} />
      <OptionFilter
        label={t('actionItemList.priority')}
        options={actionItemPrioritySchema.options.map(value => ({
          value,
          label: t(`actionItem.priorityHint.${value}`),
        }))}
        selected={filter.priority}
        onChange={priority => change({ priority })}
      />
      <OptionFilter
        label={t('actionItemList.kind')}
        options={actionItemKindSchema.options.map(value => ({
          value,
          label: t(`actionItem.kind.${value}`),
        }))}
        selected={filter.kind}
        onChange={kind => change({ kind })}
      />
      <DueFilter state={state} />
      {/* There is no list of all postmortems: one comes here by a link. */}
      {filter.postmortemId && (
        <OptionFilter
          label={t('list.column.title')}
          options={[]}
          selected={filter.postmortemId}
          onChange={postmortemId => change({ postmortemId })}
        />
      )}
    </FilterRow>
  );
}
