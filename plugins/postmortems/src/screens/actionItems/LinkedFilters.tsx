import { outcomeSchema } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { OptionFilter } from '../../ui/filters/OptionFilter';
import { ToggleFilter } from '../../ui/filters/ToggleFilter';
import { dayInWords, firstDay, lastDay } from '../../ui/filters/days';
import type { UrlFilterState } from '../../ui/filters/useUrlFilter';
import { outcomeKeys } from '../../ui/labels/keys';

/** Filters that appear only if they were set by a link from the insights. */
export function LinkedFilters(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const { t } = useTexts();
  const locale = useLocale();

  const days = (after: string | undefined, before: string | undefined) =>
    [firstDay(after), lastDay(before)]
      .map(day => (day ? dayInWords(day, locale) : ''))
      .join(' – ');

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
      {filter.outcome && (
        <OptionFilter
          label={t('filters.outcome')}
          options={outcomeSchema.options.map(value => ({
            value,
            label: t(`outcome.${outcomeKeys[value]}`),
          }))}
          selected={filter.outcome}
          onChange={outcome => change({ outcome })}
        />
      )}
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
