import { useTexts } from '../../texts/useTexts';
import { OptionFilter } from '../../ui/filters/OptionFilter';
import { OutcomeFilter } from '../../ui/filters/sharedFilters';
import { ToggleFilter } from '../../ui/filters/ToggleFilter';
import { useDayRangeWords } from '../../ui/filters/useDayRangeWords';
import type { UrlFilterState } from '../../ui/filters/useUrlFilter';

/** Filters that appear only if they were set by a link from the insights. */
export function LinkedFilters(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  const days = useDayRangeWords();

  return (
    <>
      {filter.label && (
        <OptionFilter
          label={t('filters.labels')}
          options={[]}
          selected={filter.label}
          onChange={label => change({ label })}
        />
      )}
      {filter.outcome && <OutcomeFilter state={props.state} />}
      {(filter.committedAfter || filter.committedBefore) && (
        <ToggleFilter
          label={`${t('filters.committed')}: ${days(
            filter.committedAfter,
            filter.committedBefore,
          )}`}
          on
          onChange={() =>
            change({ committedAfter: undefined, committedBefore: undefined })
          }
        />
      )}
      {(filter.closedAfter || filter.closedBefore) && (
        <ToggleFilter
          label={`${t('filters.closed')}: ${days(
            filter.closedAfter,
            filter.closedBefore,
          )}`}
          on
          onChange={() =>
            change({ closedAfter: undefined, closedBefore: undefined })
          }
        />
      )}
      {filter.closedOnTime && (
        <ToggleFilter
          label={t(
            filter.closedOnTime === 'true'
              ? 'filters.closedOnTime'
              : 'filters.closedLate',
          )}
          on
          onChange={() => change({ closedOnTime: undefined })}
        />
      )}
    </>
  );
}
