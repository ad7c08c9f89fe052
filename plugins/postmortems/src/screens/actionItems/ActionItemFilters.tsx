import {
  actionItemKindSchema,
  actionItemPrioritySchema,
  actionItemStatusSchema,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { DueFilter } from '../../ui/filters/DueFilter';
import { FilterRow } from '../../ui/filters/FilterRow';
import { OptionFilter } from '../../ui/filters/OptionFilter';
import { TeamFilter } from '../../ui/filters/TeamFilter';
import { ToggleFilter } from '../../ui/filters/ToggleFilter';
import {
  AffectedFilter,
  OwnerFilter,
  SeverityFilter,
} from '../../ui/filters/sharedFilters';
import type { UrlFilterState } from '../../ui/filters/useUrlFilter';
import { LinkedFilters } from './LinkedFilters';
import { statusInAddress, statusesShown } from './openWork';

/** Action item filters, synced with the URL. */
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
      <LinkedFilters state={state} />
      {/* There is no list of all postmortems, so this filter appears only after a link was
         followed. */}
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
