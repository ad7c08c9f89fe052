import { useCallback } from 'react';
import type { LeftOut } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { useFieldWords } from '../fields/useFieldWords';

/** Describes how much source data was omitted because it exceeded the postmortem's limits. */
export function useLeftOutWords(): (leftOut: LeftOut) => string {
  const { t } = useTexts();
  const locale = useLocale();
  const { labels } = useFieldWords();
  return useCallback(
    ({ field, unit, leftOut, total, limit }) =>
      t(`leftOut.${unit}`, {
        field: field === 'timeline' ? t('leftOut.timeline') : labels[field],
        leftOut: leftOut.toLocaleString(locale),
        total: total.toLocaleString(locale),
        limit: limit.toLocaleString(locale),
      }),
    [t, locale, labels],
  );
}
