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

import { Fragment } from 'react';
import type { ReactNode } from 'react';
import {
  complianceStatusSchema,
  outcomeSchema,
  statusSchema,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import {
  complianceStatusKeys,
  outcomeKeys,
  statusKeys,
  usePolicy,
} from '../shared';
import { DateFilter } from './DateFilter';
import { DueFilter } from './DueFilter';
import { FilterRow } from './FilterRow';
import { OptionFilter } from './OptionFilter';
import { TeamFilter } from './TeamFilter';
import { ToggleFilter } from './ToggleFilter';
import { AffectedFilter, OwnerFilter, SeverityFilter } from './sharedFilters';
import { useUrlFilter } from './useUrlFilter';
import type { OfferedFilter } from './useUrlFilter';

/** A filter over postmortems. */
export type PostmortemFilterName = Exclude<
  OfferedFilter,
  'postmortemId' | 'priority' | 'kind' | 'overdue'
>;

/** Filters over postmortems, in the given order, each in step with the address. */
export function FilterBar(props: { filters: PostmortemFilterName[] }) {
  const { filters } = props;
  const { t } = useTexts();
  const state = useUrlFilter(filters);
  const { filter, change } = state;
  const hasSources = Boolean(usePolicy()?.incidentSources.length);

  const elements: Record<Exclude<PostmortemFilterName, 'q'>, ReactNode> = {
    severity: <SeverityFilter state={state} />,
    status: (
      <OptionFilter
        label={t('filters.status')}
        options={statusSchema.options.map(value => ({
          value,
          label: t(`status.${statusKeys[value]}`),
        }))}
        selected={filter.status}
        onChange={status => change({ status })}
      />
    ),
    complianceStatus: (
      <OptionFilter
        label={t('filters.compliance')}
        options={complianceStatusSchema.options.map(value => ({
          value,
          label: t(`complianceStatus.${complianceStatusKeys[value]}`),
        }))}
        selected={filter.complianceStatus}
        onChange={complianceStatus => change({ complianceStatus })}
      />
    ),
    outcome: (
      <OptionFilter
        label={t('filters.outcome')}
        options={outcomeSchema.options.map(value => ({
          value,
          label: t(`outcome.${outcomeKeys[value]}`),
        }))}
        selected={filter.outcome}
        onChange={outcome => change({ outcome })}
      />
    ),
    teamRef: <TeamFilter state={state} />,
    entityRef: <AffectedFilter state={state} />,
    ownerRef: <OwnerFilter state={state} kinds={['user']} />,
    // There is no list of all labels: one comes here by clicking one.
    label: filter.label && (
      <OptionFilter
        label={t('filters.labels')}
        options={[]}
        selected={filter.label}
        onChange={label => change({ label })}
      />
    ),
    // Where people start all of them, there are none.
    begun: (hasSources || filter.begun) && (
      <ToggleFilter
        label={t(
          filter.begun === 'true' ? 'filters.begun' : 'filters.notBegun',
        )}
        on={filter.begun !== undefined}
        onChange={on => change({ begun: on ? 'false' : undefined })}
      />
    ),
    date: <DateFilter range={filter} onChange={change} />,
    dueBefore: <DueFilter state={state} />,
  };

  return (
    <FilterRow
      state={state}
      searchLabel={filters.includes('q') ? t('filters.searchLabel') : undefined}
    >
      {filters.map(
        name =>
          name !== 'q' && <Fragment key={name}>{elements[name]}</Fragment>,
      )}
    </FilterRow>
  );
}
