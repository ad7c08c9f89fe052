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
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  complianceStatusSchema,
  outcomeSchema,
  statusSchema,
} from 'backstage-plugin-postmortems-common';
import { postmortemsTranslationRef } from '../../translation';
import {
  complianceStatusKeys,
  outcomeKeys,
  statusKeys,
  usePolicy,
} from '../shared';
import { DateFilter } from './DateFilter';
import { EntityFilter } from './EntityFilter';
import { OptionFilter } from './OptionFilter';
import { SearchField } from './SearchField';
import { useUrlFilter } from './useUrlFilter';
import type { OfferedFilter } from './useUrlFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Filters side by side, in the given order, each in step with the address. */
export function FilterBar(props: { filters: OfferedFilter[] }) {
  const { filters } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const { filter, isSet, change, clear } = useUrlFilter(filters);
  const policy = usePolicy();

  const elements: Record<OfferedFilter, ReactNode> = {
    severity: (
      <OptionFilter
        label={t('filters.severity')}
        options={(policy?.severities ?? []).map(({ id }) => ({
          value: id,
          label: id,
        }))}
        selected={filter.severity}
        onChange={severity => change({ severity })}
      />
    ),
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
    teamRef: (
      <EntityFilter
        label={t('filters.team')}
        kinds={['group']}
        extraOptions={[{ value: 'none', label: t('compliance.noTeam') }]}
        selected={filter.teamRef}
        onChange={teamRef => change({ teamRef })}
      />
    ),
    entityRef: (
      <EntityFilter
        label={t('filters.entity')}
        kinds={['component', 'api', 'resource', 'system', 'domain']}
        selected={filter.entityRef}
        onChange={entityRef => change({ entityRef })}
      />
    ),
    ownerRef: (
      <EntityFilter
        label={t('filters.owner')}
        kinds={['user']}
        extraOptions={[{ value: 'none', label: t('owner.none') }]}
        selected={filter.ownerRef}
        onChange={ownerRef => change({ ownerRef })}
      />
    ),
    // There is no list of all labels: one comes here by clicking one.
    label: filter.label && (
      <OptionFilter
        label={t('filters.labels')}
        options={[]}
        selected={filter.label}
        onChange={label => change({ label })}
      />
    ),
    date: <DateFilter range={filter} onChange={change} />,
    q: (
      <SearchField
        value={filter.q}
        onChange={q => change({ q }, { replace: true })}
      />
    ),
  };

  return (
    <div className={classes.root} role="group" aria-label={t('filters.label')}>
      {filters
        .filter(name => name !== 'q')
        .map(name => (
          <Fragment key={name}>{elements[name]}</Fragment>
        ))}
      {isSet && (
        <Button size="small" onClick={clear}>
          {t('filters.clear')}
        </Button>
      )}
      {/* Last, as it takes the room that is left. */}
      {filters.includes('q') && elements.q}
    </div>
  );
}
