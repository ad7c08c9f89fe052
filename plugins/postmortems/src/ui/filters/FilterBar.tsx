import { Fragment } from 'react';
import type { ReactNode } from 'react';
import {
  complianceStatusSchema,
  contributingFactorCategorySchema,
  originSchema,
  statusSchema,
} from 'backstage-plugin-postmortems-common';
import { usePolicy } from '../../data/usePolicy';
import { useTexts } from '../../texts/useTexts';
import { complianceStatusKeys, statusKeys } from '../labels/keys';
import { DateFilter } from './DateFilter';
import type { DayZone } from './days';
import { DurationFilter, WithoutDurationFilter } from './DurationFilter';
import { DueFilter } from './DueFilter';
import { EntityFilter } from './EntityFilter';
import { FilterRow } from './FilterRow';
import { OptionFilter } from './OptionFilter';
import { TeamFilter } from './TeamFilter';
import { ToggleFilter } from './ToggleFilter';
import {
  AffectedFilter,
  OutcomeFilter,
  OwnerFilter,
  SeverityFilter,
} from './sharedFilters';
import { useUrlFilter } from './useUrlFilter';
import type { OfferedFilter } from './useUrlFilter';

export type PostmortemFilterName = Exclude<
  OfferedFilter,
  | 'postmortemId'
  | 'priority'
  | 'kind'
  | 'overdue'
  | 'committed'
  | 'closed'
  | 'closedOnTime'
>;

/** Postmortem filters in the given order, synced with the URL. */
export function FilterBar(props: {
  filters: PostmortemFilterName[];
  /** Whether days start at midnight for the viewer or, as in reports, in UTC. */
  days?: DayZone;
}) {
  const { filters, days = 'viewer' } = props;
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
    outcome: <OutcomeFilter state={state} />,
    factorCategory: (
      <OptionFilter
        label={t('filters.factorCategory')}
        options={contributingFactorCategorySchema.options.map(value => ({
          value,
          label: t(`document.factors.category.${value}`),
        }))}
        selected={filter.factorCategory}
        onChange={factorCategory => change({ factorCategory })}
      />
    ),
    teamRef: <TeamFilter state={state} />,
    entityRef: <AffectedFilter state={state} />,
    ownerRef: <OwnerFilter state={state} kinds={['user']} />,
    // Appears only if set by a link from a person's page.
    awaitingReviewBy: filter.awaitingReviewBy && (
      <EntityFilter
        label={t('filters.awaitingReviewBy')}
        kinds={['user', 'group']}
        selected={filter.awaitingReviewBy}
        onChange={awaitingReviewBy => change({ awaitingReviewBy })}
      />
    ),
    // There is no list of all labels, so this filter appears only after a label is clicked.
    label: filter.label && (
      <OptionFilter
        label={t('filters.labels')}
        options={[]}
        selected={filter.label}
        onChange={label => change({ label })}
      />
    ),
    // The next four filters appear only if a link from the insights set them.
    factor: filter.factor && (
      <OptionFilter
        label={t('filters.factor')}
        options={[]}
        selected={filter.factor}
        onChange={factor => change({ factor })}
      />
    ),
    source: filter.source && (
      <OptionFilter
        label={t('filters.source')}
        options={[{ value: 'none', label: t('origin.person') }]}
        selected={filter.source}
        onChange={source => change({ source })}
      />
    ),
    duration: filter.duration && <DurationFilter state={state} />,
    withoutDuration: filter.withoutDuration && (
      <WithoutDurationFilter state={state} />
    ),
    // Without incident sources, people start all postmortems, so this filter would be useless.
    edited: (hasSources || filter.edited) && (
      <ToggleFilter
        label={t(
          filter.edited === 'true' ? 'filters.started' : 'filters.notStarted',
        )}
        on={filter.edited !== undefined}
        onChange={on => change({ edited: on ? 'false' : undefined })}
      />
    ),
    origin: (
      <OptionFilter
        label={t('filters.origin')}
        options={originSchema.options.map(value => ({
          value,
          label: t(`origin.${value}`),
        }))}
        selected={filter.origin}
        onChange={origin => change({ origin })}
      />
    ),
    // Appears only if it was set by a link next to a rate.
    hasExceptions: filter.hasExceptions && (
      <ToggleFilter
        label={t(
          filter.hasExceptions === 'true'
            ? 'filters.byException'
            : 'filters.withoutException',
        )}
        on
        onChange={() => change({ hasExceptions: undefined })}
      />
    ),
    resolved: (
      <ToggleFilter
        label={t(
          filter.resolved === 'true'
            ? 'filters.resolved'
            : 'filters.unresolved',
        )}
        on={filter.resolved !== undefined}
        onChange={on => change({ resolved: on ? 'false' : undefined })}
      />
    ),
    date: <DateFilter zone={days} range={filter} onChange={change} />,
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
