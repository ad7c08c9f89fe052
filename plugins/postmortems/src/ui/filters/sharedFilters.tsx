import { outcomeSchema } from 'backstage-plugin-postmortems-common';
import { outcomeKeys } from '../labels/keys';
import { affectableEntityKinds } from '../../data/entityKinds';
import { usePolicy } from '../../data/usePolicy';
import { useTexts } from '../../texts/useTexts';
import { EntityFilter } from './EntityFilter';
import { OptionFilter } from './OptionFilter';
import type { UrlFilterState } from './useUrlFilter';

/** Filters by governing severity. */
export function SeverityFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  const policy = usePolicy();
  return (
    <OptionFilter
      label={t('filters.severity')}
      options={[
        ...(policy?.severities ?? []).map(({ id }) => ({
          value: id,
          label: id,
        })),
        // Only incidents can be without one. The link to their list sets it.
        ...(filter.severity?.includes('none')
          ? [{ value: 'none', label: t('unstarted.noSeverity') }]
          : []),
      ]}
      selected={filter.severity}
      onChange={severity => change({ severity })}
    />
  );
}

/** Filters by affected entity. */
export function AffectedFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  return (
    <EntityFilter
      label={t('filters.entity')}
      kinds={affectableEntityKinds}
      selected={filter.entityRef}
      onChange={entityRef => change({ entityRef })}
    />
  );
}

/** Filters by owner. Only offers owners of the given kinds. */
export function OwnerFilter(props: { state: UrlFilterState; kinds: string[] }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  return (
    <EntityFilter
      label={t('filters.owner')}
      kinds={props.kinds}
      extraOptions={[{ value: 'none', label: t('owner.none') }]}
      selected={filter.ownerRef}
      onChange={ownerRef => change({ ownerRef })}
    />
  );
}

/** Filters by outcome: incident or false alarm. */
export function OutcomeFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  return (
    <OptionFilter
      label={t('filters.outcome')}
      options={outcomeSchema.options.map(value => ({
        value,
        label: t(`outcome.${outcomeKeys[value]}`),
      }))}
      selected={filter.outcome}
      onChange={outcome => change({ outcome })}
    />
  );
}
