import type { DurationKind } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { useTimeWords } from '../dates/useTimeWords';
import { FilterButton } from './FilterButton';
import { ToggleFilter } from './ToggleFilter';
import type { UrlFilterState } from './useUrlFilter';

const MINUTE = 60_000;

/** Filters by a response time. Only links set it, so users can only clear it. */
export function DurationFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  const words = useTimeWords();
  const time = (minutes: string) => words.exactly(Number(minutes) * MINUTE);
  const { durationAtLeast, durationBelow } = filter;
  // A lower bound of zero excludes nothing, so don't show it.
  const bounds = [
    Number(durationAtLeast) > 0 &&
      t('filters.durationAtLeast', { time: time(durationAtLeast!) }),
    durationBelow && t('filters.durationBelow', { time: time(durationBelow) }),
  ].filter(Boolean);
  return (
    <FilterButton
      label={t(`insights.measure.${filter.duration as DurationKind}`)}
      value={bounds.join(', ') || t('filters.durationKnown')}
      onClear={() =>
        change({
          duration: undefined,
          durationAtLeast: undefined,
          durationBelow: undefined,
        })
      }
    >
      {null}
    </FilterButton>
  );
}

/** Filters by a missing response time. Only links set it, so users can only clear it. */
export function WithoutDurationFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  const label = t(`insights.measure.${filter.withoutDuration as DurationKind}`);
  return (
    <ToggleFilter
      label={`${label}: ${t('filters.durationUnknown')}`}
      on
      onChange={() => change({ withoutDuration: undefined })}
    />
  );
}
