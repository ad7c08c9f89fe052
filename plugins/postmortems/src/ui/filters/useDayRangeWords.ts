import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { dayInWords, firstDay, lastDay } from './days';

/**
 * Describes a range of days: from one day to another, since a day, or until a day. Undefined if the
 * range has no bounds.
 */
export function useDayRangeWords(): (
  after: string | undefined,
  before: string | undefined,
) => string | undefined {
  const { t } = useTexts();
  const locale = useLocale();
  return (after, before) => {
    const from = firstDay(after);
    const to = lastDay(before);
    if (from && to) {
      return `${dayInWords(from, locale)} – ${dayInWords(to, locale)}`;
    }
    if (from) return t('filters.since', { day: dayInWords(from, locale) });
    if (to) return t('filters.until', { day: dayInWords(to, locale) });
    return undefined;
  };
}
